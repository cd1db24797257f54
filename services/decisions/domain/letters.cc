#include "services/decisions/domain/letters.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "google/protobuf/util/message_differencer.h"
#include "services/decisions/domain/checks.h"
#include "services/decisions/domain/deadline.h"
#include "services/decisions/domain/mask.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"

namespace rezon::decisions {
namespace {

using Link = pb::Letter::Link;

constexpr std::size_t kMostFact = 1000;
constexpr int kMostLetterAddressees = 100;
// The facts that a person may set.
constexpr std::string_view kFacts[] = {"number", "date", "issuer", "signatory", "addressees"};

// «03.04.2024» of «2024-04-03».
std::string PrintedDay(const std::string& day) {
  if (day.size() != 10) return day;
  return day.substr(8, 2) + "." + day.substr(5, 2) + "." + day.substr(0, 4);
}

// The one that holds first, then the likeliest proposals, then rejected ones.
void SortLinks(pb::Letter& letter) {
  auto rank = [](const Link& link) {
    return link.state() == Link::STATE_LINKED ? 0 : link.state();
  };
  std::stable_sort(letter.mutable_links()->begin(), letter.mutable_links()->end(),
                   [&](const Link& a, const Link& b) {
                     return std::pair(rank(a), -a.score()) < std::pair(rank(b), -b.score());
                   });
}

// -1: there is none.
int PlaceOfLink(const pb::Letter& letter, std::string_view resolution) {
  for (int i = 0; i < letter.links_size(); ++i) {
    if (letter.links(i).resolution() == resolution) return i;
  }
  return -1;
}

const Link* Holding(const pb::Letter& letter) {
  return letter.resolution().empty() ? nullptr : FindLink(letter, letter.resolution());
}

}  // namespace

absl::Status CheckLetterFacts(const std::string& field, const pb::LetterFacts& facts) {
  for (absl::Status wrong :
       {CheckText(field + ".number", facts.number(), kMostFact, false),
        CheckDate(field + ".date", facts.date()),
        CheckText(field + ".issuer", facts.issuer(), kMostFact, false),
        CheckText(field + ".signatory", facts.signatory(), kMostFact, false)}) {
    if (!wrong.ok()) return wrong;
  }
  if (facts.addressees_size() > kMostLetterAddressees) {
    return errors::InvalidField(field + ".addressees", "are more than 100",
                                "У письма не более 100 адресатов.");
  }
  for (const std::string& addressee : facts.addressees()) {
    absl::Status wrong = CheckText(field + ".addressees", addressee, kMostFact, true);
    if (!wrong.ok()) return wrong;
  }
  return absl::OkStatus();
}

void FillLetterFacts(const reader::Letter& read, pb::LetterFacts* facts) {
  facts->set_number(read.number);
  facts->set_date(read.date);
  facts->set_issuer(read.issuer);
  facts->set_signatory(read.signatory);
  for (const std::string& addressee : read.addressees) facts->add_addressees(addressee);
  *facts->mutable_span() = SourceSpanOf(read.span);
}

pb::Letter MakeLetter(const reader::Document& document) {
  const reader::Letter& read = *document.letter;
  pb::Letter letter;
  FillLetterFacts(read, letter.mutable_facts());
  letter.set_display_name(LetterTitle(letter.facts()));
  if (!read.annex.text.empty()) {
    pb::Letter::Annex* annex = letter.mutable_annex();
    annex->set_text(read.annex.text);
    annex->set_act(read.annex.act);
    annex->set_number(read.annex.number);
    annex->set_act_date(read.annex.date);
    annex->set_title(read.annex.title);
    *annex->mutable_span() = SourceSpanOf(read.annex.span);
  }
  for (const reader::LetterRequest& one : read.requests) {
    pb::Letter::Request* request = letter.add_requests();
    request->set_text(one.text);
    *request->mutable_deadline() = DeadlineOf(one.deadline);
    *request->mutable_span() = SourceSpanOf(one.span);
  }
  if (document.kind == reader::DocumentKind::kCoverLetter) {
    for (const std::string& warning : document.warnings) letter.add_warnings(warning);
  }
  letter.set_reader_version(document.reader_version);
  return letter;
}

std::string LetterTitle(const pb::LetterFacts& facts) {
  std::string title = facts.number().empty() ? "Письмо без номера" : "Письмо № " + facts.number();
  if (!facts.date().empty()) title += " от " + PrintedDay(facts.date());
  return title;
}

const Link* FindLink(const pb::Letter& letter, std::string_view resolution) {
  const int place = PlaceOfLink(letter, resolution);
  return place < 0 ? nullptr : &letter.links(place);
}

Link* FindLink(pb::Letter& letter, std::string_view resolution) {
  const int place = PlaceOfLink(letter, resolution);
  return place < 0 ? nullptr : letter.mutable_links(place);
}

Link SameFileLink(const std::string& resolution) {
  Link link;
  link.set_resolution(resolution);
  link.set_kind(Link::KIND_ANNEX);
  link.set_state(Link::STATE_LINKED);
  link.set_origin(Link::ORIGIN_SAME_FILE);
  link.set_score(1);
  return link;
}

absl::Status LinkTo(const std::string& resolution, const std::string& resolution_display_name,
                    const std::string& subject, pb::Letter& letter) {
  if (letter.resolution() == resolution) return absl::OkStatus();
  if (const Link* other = Holding(letter)) {
    return errors::FailedPrecondition(
        "LETTER_LINKED", "the letter carries another resolution",
        "Письмо уже связано с резолюцией «" + other->resolution_display_name() +
            "»: сначала отвяжите её.",
        {{"resource", letter.name()}, {"resolution", other->resolution()}});
  }
  Link* link = FindLink(letter, resolution);
  if (link == nullptr) {
    link = letter.add_links();
    link->set_resolution(resolution);
    link->set_kind(Link::KIND_ANNEX);
    link->set_origin(Link::ORIGIN_PERSON);
    link->set_score(1);
  }
  link->set_resolution_display_name(resolution_display_name);
  link->set_state(Link::STATE_LINKED);
  link->set_decider(subject);
  letter.set_resolution(resolution);
  SortLinks(letter);
  return absl::OkStatus();
}

absl::Status UnlinkFrom(std::string resolution, const std::string& subject, pb::Letter& letter) {
  if (resolution.empty()) resolution = letter.resolution();
  Link* link = resolution.empty() ? nullptr : FindLink(letter, resolution);
  if (link == nullptr || link->state() == Link::STATE_REJECTED) {
    return errors::FailedPrecondition("NOT_LINKED", "the letter has no such link",
                                      "Письмо с этой резолюцией не связано.",
                                      {{"resource", letter.name()}});
  }
  if (link->origin() == Link::ORIGIN_SAME_FILE) {
    return errors::FailedPrecondition(
        "SAME_FILE", "letter and resolution stand in one file",
        "Письмо и резолюция пришли одним файлом, отвязать их друг от друга нельзя.",
        {{"resource", letter.name()}});
  }
  link->set_state(Link::STATE_REJECTED);
  link->set_decider(subject);
  if (letter.resolution() == resolution) letter.clear_resolution();
  SortLinks(letter);
  return absl::OkStatus();
}

absl::Status ChangeLetter(const pb::Letter& given, const google::protobuf::FieldMask& mask,
                          pb::Letter& letter) {
  const Link* holding = Holding(letter);
  if (holding != nullptr && holding->origin() == Link::ORIGIN_SAME_FILE) {
    return errors::FailedPrecondition(
        "SAME_FILE", "the letter stands in the file of its resolution",
        "Письмо пришло одним файлом с резолюцией: исправьте его в сведениях резолюции.",
        {{"resource", letter.name()}, {"resolution", holding->resolution()}});
  }
  google::protobuf::FieldMask inner;
  bool all = false;
  for (const std::string& path : mask.paths()) {
    all = all || path == "facts" || path == "*";
    if (path.rfind("facts.", 0) == 0) {
      inner.add_paths(path.substr(6));
    } else if (path != "facts" && path != "*" && path != "etag" && path != "name") {
      return errors::InvalidField("update_mask", "may name facts only",
                                  "В письме можно изменить только его сведения.");
    }
  }
  if (all) {
    inner.clear_paths();
    for (std::string_view fact : kFacts) inner.add_paths(std::string(fact));
  }
  auto effective = EffectiveMask(inner, given.facts(), {std::begin(kFacts), std::end(kFacts)});
  if (!effective.ok()) return effective.status();
  Merge(*effective, given.facts(), letter.mutable_facts());
  if (absl::Status wrong = CheckLetterFacts("letter.facts", letter.facts()); !wrong.ok())
    return wrong;
  std::set<std::string> corrected(letter.corrected_fields().begin(),
                                  letter.corrected_fields().end());
  for (std::string_view fact : kFacts) {
    if (Covers(*effective, fact)) corrected.emplace(fact);
  }
  *letter.mutable_corrected_fields() = {corrected.begin(), corrected.end()};
  letter.set_display_name(LetterTitle(letter.facts()));
  return absl::OkStatus();
}

void NoteLetterFacts(const pb::Letter& before, const pb::Letter& after, pb::Correction& note) {
  *note.mutable_letter_before()->mutable_facts() = before.facts();
  *note.mutable_letter_after()->mutable_facts() = after.facts();
  for (std::string_view fact : kFacts) {
    google::protobuf::FieldMask mask;
    mask.add_paths(std::string(fact));
    pb::LetterFacts was, is;
    Merge(mask, before.facts(), &was);
    Merge(mask, after.facts(), &is);
    if (!google::protobuf::util::MessageDifferencer::Equals(was, is)) {
      note.add_fields(std::string(fact));
    }
  }
}

absl::Status CheckNoLetter(std::string_view name) {
  return names::ParseUuid("letters", name).ok() ? IsALetter(name) : absl::OkStatus();
}

absl::Status IsALetter(std::string_view name) {
  return errors::FailedPrecondition(
      "IS_LETTER", "a cover letter has no points, is not adopted and gives no assignments",
      "Это сопроводительное письмо: его не принимают и поручений по нему не выдают. Откройте "
      "резолюцию, которую оно направляет.",
      {{"resource", std::string(name)}});
}

}  // namespace rezon::decisions
