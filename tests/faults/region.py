"""A region in which one phrase means 95 schools, and resolutions whose ten points name it."""

import uuid

from harness import sample, steps

SCHOOLS = 95
POINTS = 10
FAN_OUT = SCHOOLS * POINTS


def load(suite):
    region = {"displayName": "Образцовая область", "kind": "KIND_REGION", "oktmo": "71000000",
              "timeZone": "Asia/Yekaterinburg"}
    towns = [{"displayName": f"Район {i}", "kind": "KIND_MUNICIPALITY", "oktmo": f"716{i:02}000",
              "timeZone": "Asia/Yekaterinburg"} for i in range(1, 6)]
    sample.load_territories(suite, [region, *towns])
    rows = ["display_name;short_name;kind;number;inn;territory;valid_from"]
    rows += [f"Средняя школа № {i};Школа № {i};KIND_SCHOOL;{i};{inn(720000000 + i)};716{i % 5 + 1:02}000;2020-01-01"
             for i in range(1, SCHOOLS + 1)]
    sample.import_organisations(suite, "\n".join(rows).encode())
    sample.create(suite, "addresseeClasses", {
        "displayName": "Руководители общеобразовательных организаций", "kinds": ["KIND_SCHOOL"],
        "phrases": ["руководители общеобразовательных организаций"]})


def inn(nine):
    """An ИНН of an organisation with its check digit."""
    digits = [int(digit) for digit in str(nine)]
    weights = (2, 4, 10, 3, 5, 9, 4, 6, 8)
    return f"{nine}{sum(a * b for a, b in zip(digits, weights)) % 11 % 10}"


def adopted(suite, title):
    """A new adopted resolution that fans out to FAN_OUT assignments."""
    points = "".join(f"{n}. Выполнить мероприятие номер {n}.\n"
                     "Ответственные: руководители общеобразовательных организаций.\n"
                     f"Сроки: до {n} июня 2030 года.\n" for n in range(1, POINTS + 1))
    # The same bytes would be the same resolution.
    text = f"Резолюция областной конференции «{title} {uuid.uuid4().hex[:8]}»\nУчастники конференции предлагают:\n{points}"
    name = steps.import_ok(suite, f"{uuid.uuid4()}.txt", text.encode())["name"]
    steps.adopt(suite, name)
    preview = suite.http.ok("POST", f"/v1/{name}:previewIssue", {})
    assert preview["assignmentCount"] == FAN_OUT, preview
    return name
