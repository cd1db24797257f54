#include "tests/unit/decisions/exchange_samples.h"

#include "services/decisions/domain/digest.h"
#include "services/decisions/domain/names.h"

namespace rezon::decisions {
namespace {

using rezon::common::v1::Deadline;

constexpr char kFullResolution[] = "01900000-0000-7000-8000-0000000000ff";
constexpr char kLetter[] =
    "Управление образования города Речного\n15.09.2024 № 17/а\n"
    "Руководителям школ\nНаправляем резолюцию для исполнения.\nНачальник А. Б. Ветров\n";
constexpr char kHead[] = "РЕЗОЛЮЦИЯ\nсовещания «Школа & семья»\nУчастники решили:\n";
constexpr char kTail[] = "Председатель   В.Г. Лесной\nПриложение: план\n";

void Fill(const std::string& text, const std::string& printed, pb::Point& point) {
  const std::size_t at = text.find(printed);
  point.mutable_span()->set_begin(static_cast<std::int64_t>(at));
  point.mutable_span()->set_end(static_cast<std::int64_t>(at + printed.size()));
}

pb::Point& AddPoint(FullSample& sample, const std::string& label, const std::string& text,
                    int parent) {
  pb::Point& point = sample.aggregate.points.emplace_back();
  const int n = static_cast<int>(sample.aggregate.points.size());
  auto name = [](int ordinal) {
    return PointName(kFullResolution,
                     "01900000-0000-7000-8000-00000000000" + std::to_string(ordinal));
  };
  point.set_name(name(n));
  point.set_ordinal(n);
  point.set_label(label);
  point.set_text(text);
  point.set_actionable(true);
  if (parent > 0) point.set_parent(name(parent));
  point.set_confidence(0.85);
  point.set_rule("label.number");
  point.set_etag("\"3\"");
  point.mutable_deadline()->set_kind(Deadline::KIND_NONE);
  Fill(sample.document.text(), text, point);
  return point;
}

void SetTerm(Deadline::Kind kind, const std::string& start, const std::string& end,
             const std::string& printed, pb::Point& point) {
  Deadline* deadline = point.mutable_deadline();
  deadline->set_kind(kind);
  deadline->set_start_date(start);
  deadline->set_end_date(end);
  deadline->set_printed(printed);
  deadline->set_rule("date.until");
}

pb::Addressee& Address(const std::string& phrase, const std::string& target,
                       const std::string& name, pb::Point& point) {
  pb::Addressee& addressee = *point.add_addressees();
  addressee.set_phrase(phrase);
  if (!target.empty()) addressee.add_targets(target);
  if (!target.empty()) addressee.add_target_display_names(name);
  addressee.set_score(target.empty() ? 0.3 : 0.92);
  return addressee;
}

// A relation that the n-th point says, or with 0 the preamble.
pb::Relation& Tell(FullSample& sample, std::size_t n, const std::string& label) {
  pb::Relation& relation = sample.aggregate.relations.emplace_back().relation;
  relation.set_name(sample.aggregate.resolution.name() + "/relations/" + label);
  if (n > 0) relation.set_point(sample.aggregate.points[n - 1].name());
  relation.set_kind(pb::Relation::KIND_REMOVES_FROM_CONTROL);
  relation.set_state(pb::Relation::STATE_PROPOSED);
  relation.set_origin(pb::Relation::ORIGIN_READ);
  relation.mutable_target()->set_act("приказ");
  relation.mutable_target()->set_number("45");
  relation.mutable_target()->set_act_date("2020-03-12");
  relation.mutable_target()->set_label(label);
  relation.mutable_span()->set_begin(4);
  relation.mutable_span()->set_end(40);
  relation.set_rule("control.remove");
  relation.set_confidence(1.0 / 3);
  relation.set_etag("\"2\"");
  return relation;
}

template <typename Link>
void Decide(Link& link) {
  link.set_decider("ivanova");
  link.mutable_decide_time()->set_seconds(1726000000);
  link.mutable_decide_time()->set_nanos(120000000);
}

pb::Suggestion& Offer(FullSample& sample, const std::string& text, pb::Suggestion::State state) {
  pb::Suggestion& suggestion = sample.aggregate.suggestions.emplace_back();
  suggestion.set_name(sample.aggregate.resolution.name() + "/suggestions/" + text);
  suggestion.set_text(text);
  suggestion.mutable_span()->set_end(30);
  suggestion.set_rule("suggest.propose");
  suggestion.set_confidence(0.8);
  suggestion.set_state(state);
  suggestion.set_etag("\"2\"");
  if (state != pb::Suggestion::STATE_OPEN) Decide(suggestion);
  return suggestion;
}

void FillLinks(FullSample& sample) {
  pb::Relation& proposed = Tell(sample, 0, "1");
  proposed.set_target_resolution("resolutions/01900000-0000-7000-8000-0000000000aa");
  proposed.set_score(0.95);
  sample.aggregate.relations.back().target_sha256 = Sha256Hex("proposed");
  pb::Relation& confirmed = Tell(sample, 2, "2");
  confirmed.set_state(pb::Relation::STATE_CONFIRMED);
  confirmed.set_target_resolution("resolutions/01900000-0000-7000-8000-0000000000aa");
  confirmed.set_target_point_text("проверить столовые");
  confirmed.set_score(1);
  Decide(confirmed);
  sample.aggregate.relations.back().target_sha256 = Sha256Hex("order");
  sample.aggregate.relations.back().target_ordinal = 2;
  pb::Relation& rejected = Tell(sample, 3, "3");
  rejected.set_state(pb::Relation::STATE_REJECTED);
  rejected.set_reason("другой приказ");
  Decide(rejected);
  Offer(sample, "издать сборник", pb::Suggestion::STATE_OPEN);
  Offer(sample, "опубликовать отчёт", pb::Suggestion::STATE_TAKEN)
      .set_point(sample.aggregate.points[4].name());
  Offer(sample, "открыть музей", pb::Suggestion::STATE_DISMISSED).set_reason("не поручение");
}

void FillPoints(FullSample& sample) {
  pb::Point& heading = AddPoint(sample, "1", "Директорам школ", 0);
  heading.set_actionable(false);
  pb::Point& plan = AddPoint(sample, "1.1", "утвердить план до 1 октября 2024 года", 1);
  Address("Директорам школ", "addresseeClasses/schools", "Директора школ", plan);
  plan.set_responsible_from(pb::Point::RESPONSIBLE_FROM_PARENT_HEADING);
  SetTerm(Deadline::KIND_DATE, "", "2024-10-01", "до 1 октября 2024 года", plan);
  *plan.mutable_deadline()->mutable_span() = plan.span();
  pb::Point& year = AddPoint(sample, "1.1", "провести <семинары> для учителей", 1);
  Address("методисты", "officials/7", "Ольхина Вера", year);
  Address("методисты", "organisations/5", "Центр \"Рост\"", year);
  year.set_responsible_from(pb::Point::RESPONSIBLE_FROM_RESPONSIBLE_LINE);
  SetTerm(Deadline::KIND_RANGE, "2024-09-01", "2025-05-31", "в течение учебного года", year);
  pb::Point& standing =
      AddPoint(sample, "-", "Родительским комитетам постоянно помогать школам", 0);
  Address("Родительским комитетам", "", "", standing)
      .add_alternatives()
      ->set_target("organisations/9");
  SetTerm(Deadline::KIND_STANDING, "", "", "постоянно", standing);
  standing.add_warnings("Адресат не найден.");
  pb::Point& merged = AddPoint(sample, "", "опубликовать отчёт; разослать его", 0);
  *merged.add_spans() = merged.span();
  merged.set_corrector("ivanova");
  merged.add_corrected_fields("text");
  merged.add_proposed_parts()->set_text("опубликовать отчёт");
  Count(sample.aggregate);
}

pb::Letter::Link& AddLink(pb::Letter::Link::Origin origin, pb::Letter& letter) {
  pb::Letter::Link& link = *letter.add_links();
  link.set_resolution(std::string("resolutions/") + kFullResolution);
  link.set_resolution_display_name("Совещание");
  link.set_kind(pb::Letter::Link::KIND_ANNEX);
  link.set_state(pb::Letter::Link::STATE_LINKED);
  link.set_origin(origin);
  link.set_score(1);
  return link;
}

void FillLetters(FullSample& sample) {
  pb::Letter& own = sample.letters.emplace_back().letter;
  *own.mutable_facts() = sample.aggregate.resolution.letter();
  own.add_requests()->set_text("Просим сообщить о получении");
  own.set_reader_version("rezon-reader/1.0");
  AddLink(pb::Letter::Link::ORIGIN_SAME_FILE, own);
  CarriedLetter& other = sample.letters.emplace_back();
  other.content = "Письмо № 9\nВысылаем резолюцию & план.\nВ.Г. Лесной\n";
  other.document.set_text(other.content);
  other.document.set_file_name("письмо.txt");
  other.document.set_media_type("text/plain");
  other.document.set_sha256(Sha256Hex(other.content));
  pb::LetterFacts& facts = *other.letter.mutable_facts();
  facts.set_number("9");
  facts.set_date("2024-09-20");
  facts.set_signatory("В.Г. Лесной");
  facts.mutable_span()->set_end(static_cast<std::int64_t>(other.content.size()));
  other.letter.mutable_annex()->set_title("совещания «Школа & семья»");
  pb::Letter::Link& link = AddLink(pb::Letter::Link::ORIGIN_MATCH, other.letter);
  link.set_score(0.87);
  link.add_reasons("Номер совпадает: № 3.");
  link.set_decider("ivanova");
}

}  // namespace

FullSample MakeEmptySample() {
  FullSample sample;
  pb::Resolution& resolution = sample.aggregate.resolution;
  resolution.set_name(std::string("resolutions/") + kFullResolution);
  resolution.set_region("ru-xx");
  resolution.set_state(pb::Resolution::STATE_DRAFT);
  resolution.set_document_kind(pb::Resolution::DOCUMENT_KIND_RESOLUTION);
  resolution.set_display_name("Школа & семья \x01");
  resolution.mutable_create_time()->set_seconds(1726000000);
  resolution.mutable_update_time()->set_seconds(1726100000);
  resolution.set_reader_version("rezon-reader/1.0");
  resolution.set_etag("\"4\"");
  return sample;
}

FullSample MakeFullSample() {
  FullSample sample = MakeEmptySample();
  pb::Resolution& resolution = sample.aggregate.resolution;
  resolution.set_display_name("Совещание «Школа & семья»");
  resolution.set_territory("territories/0100");
  resolution.mutable_event()->set_display_name("Совещание «Школа & семья»");
  resolution.mutable_event()->set_form("meeting");
  resolution.mutable_event()->set_end_date("2024-08-23");
  resolution.mutable_event()->set_participants(0);
  auto* party = resolution.mutable_event()->add_parties();
  party->set_kind("organiser");
  party->set_display_name("отдел образования");
  resolution.mutable_act()->set_number("12-п");
  resolution.add_warnings("Проверьте номера пунктов.");
  resolution.add_corrected_fields("display_name");
  sample.document.set_text(std::string(kLetter) + kHead +
                           "1. Директорам школ:\n1.1. утвердить план до 1 октября 2024 года;\n"
                           "1.1. провести <семинары> для учителей.\nОтветственные: методисты\n"
                           "- Родительским комитетам постоянно помогать школам.\n"
                           "опубликовать отчёт; разослать его\n" +
                           kTail);
  pb::LetterFacts* letter = resolution.mutable_letter();
  letter->set_number("17/а");
  letter->set_date("2024-09-15");
  letter->set_issuer("Управление образования");
  letter->set_signatory("А. Б. Ветров");
  letter->add_addressees("Руководителям школ");
  letter->mutable_span()->set_end(static_cast<std::int64_t>(sizeof(kLetter)) - 1);
  sample.content = "\xFF\xFE bytes of " + sample.document.text();
  sample.document.set_file_name("резолюция.txt");
  sample.document.set_media_type("text/plain");
  sample.document.set_encoding("UTF-16");
  sample.document.set_size_bytes(static_cast<std::int64_t>(sample.content.size()));
  sample.document.set_sha256(Sha256Hex(sample.content));
  FillPoints(sample);
  FillLinks(sample);
  FillLetters(sample);
  return sample;
}

FullSample MakeDeepSample() {
  FullSample sample = MakeEmptySample();
  for (int i = 0; i < 200; ++i) {
    pb::Point& point = sample.aggregate.points.emplace_back();
    point.set_name(std::to_string(i));
    if (i > 0) point.set_parent(std::to_string(i - 1));
    point.set_ordinal(i + 1);
    point.set_label(i % 3 == 0 ? "1" : "•");
    point.set_text("пункт " + std::to_string(i));
  }
  return sample;
}

}  // namespace rezon::decisions
