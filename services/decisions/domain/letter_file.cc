#include "services/decisions/domain/letter_file.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/decisions/domain/checks.h"
#include "services/decisions/domain/digest.h"
#include "services/decisions/domain/letters.h"
#include "services/decisions/domain/resolution_file.h"
#include "services/platform/errors/errors.h"

namespace rezon::decisions {
namespace {

using Link = pb::Letter::Link;
using rezon::common::v1::SourceSpan;

constexpr int kMostLetters = 1000;
constexpr std::size_t kMostLetterText = 64u << 20;
constexpr std::size_t kMostSentence = 20000;

pb::Letter LetterForFile(const CarriedLetter& carried, const std::string& resolution) {
  pb::Letter letter;
  const pb::Letter& from = carried.letter;
  *letter.mutable_facts() = from.facts();
  if (from.has_annex()) *letter.mutable_annex() = from.annex();
  *letter.mutable_requests() = from.requests();
  *letter.mutable_warnings() = from.warnings();
  *letter.mutable_corrected_fields() = from.corrected_fields();
  letter.set_reader_version(from.reader_version());
  if (const Link* link = FindLink(from, resolution)) {
    Link* written = letter.add_links();
    *written = *link;
    written->clear_resolution();
    written->clear_resolution_display_name();
    written->clear_decide_time();
  }
  return letter;
}

absl::Status OutsideText(const std::string& field) {
  return errors::InvalidField(field, "is outside the document's text",
                              "Место письма выходит за текст документа.");
}

bool Inside(const SourceSpan& span, std::size_t size) {
  return span.begin() >= 0 && span.begin() <= span.end() &&
         static_cast<std::uint64_t>(span.end()) <= size;
}

absl::Status CheckSentences(const std::string& field, const pb::Letter& letter) {
  for (absl::Status wrong :
       {CheckText(field + ".annex", letter.annex().text(), kMostSentence, false),
        CheckText(field + ".annex", letter.annex().title(), kMostSentence, false),
        CheckText(field + ".annex", letter.annex().number(), kMostSentence, false),
        CheckDate(field + ".annex.act_date", letter.annex().act_date()),
        CheckText(field + ".reader_version", letter.reader_version(), 100, false)}) {
    if (!wrong.ok()) return wrong;
  }
  for (const pb::Letter::Request& request : letter.requests()) {
    absl::Status wrong = CheckText(field + ".requests", request.text(), kMostSentence, true);
    if (!wrong.ok()) return wrong;
  }
  for (const std::string& warning : letter.warnings()) {
    absl::Status wrong = CheckText(field + ".warnings", warning, kMostSentence, false);
    if (!wrong.ok()) return wrong;
  }
  return absl::OkStatus();
}

absl::Status CheckPlaces(const std::string& field, const pb::Letter& letter, std::size_t size) {
  if (!Inside(letter.facts().span(), size)) return OutsideText(field + ".facts.span");
  if (!Inside(letter.annex().span(), size)) return OutsideText(field + ".annex.span");
  for (const pb::Letter::Request& request : letter.requests()) {
    if (!Inside(request.span(), size)) return OutsideText(field + ".requests");
  }
  return absl::OkStatus();
}

absl::Status CheckOwnDocument(const std::string& field, const pb::Document& document,
                              const std::string& content) {
  for (absl::Status wrong : {CheckText(field + ".file_name", document.file_name(), 255, true),
                             CheckText(field + ".media_type", document.media_type(), 255, true),
                             CheckText(field + ".encoding", document.encoding(), 100, false),
                             CheckText(field + ".text", document.text(), kMostLetterText, false)}) {
    if (!wrong.ok()) return wrong;
  }
  if (document.sha256().size() != 64 ||
      (!content.empty() && Sha256Hex(content) != document.sha256())) {
    return errors::InvalidField(
        field + ".sha256", "is not the hash of the content",
        "Содержимое письма не соответствует его отпечатку: файл повреждён.");
  }
  return absl::OkStatus();
}

absl::Status CheckLinkOfFile(const std::string& field, const pb::Letter& letter, bool same_file) {
  const bool one = letter.links_size() == 1 && letter.links(0).state() == Link::STATE_LINKED &&
                   (letter.links(0).origin() == Link::ORIGIN_SAME_FILE) == same_file &&
                   letter.links(0).score() >= 0 && letter.links(0).score() <= 1;
  if (one) return absl::OkStatus();
  return errors::InvalidField(field + ".links", "must be the one that holds",
                              "Связь письма с резолюцией записана неверно.");
}

}  // namespace

void WriteLetters(std::vector<CarriedLetter> letters, const std::string& resolution,
                  pb::ResolutionExport* file) {
  auto key = [](const CarriedLetter& one) {
    return std::tuple(!one.same_file(), one.letter.facts().date(), one.letter.facts().number(),
                      one.document.sha256());
  };
  std::sort(letters.begin(), letters.end(),
            [&](const CarriedLetter& a, const CarriedLetter& b) { return key(a) < key(b); });
  for (CarriedLetter& one : letters) {
    pb::ResolutionExport::CarriedLetter* written = file->add_letters();
    *written->mutable_letter() = LetterForFile(one, resolution);
    if (one.same_file()) continue;
    *written->mutable_document() = DocumentForFile(std::move(one.document));
    if (one.content.size() <= kMostContent) written->set_content(std::move(one.content));
  }
}

absl::StatusOr<std::vector<CarriedLetter>> ReadLetters(const pb::ResolutionExport& file) {
  if (file.letters_size() > kMostLetters) {
    return errors::InvalidField("file.letters", "are more than 1000", "В файле больше 1000 писем.");
  }
  std::vector<CarriedLetter> letters;
  for (int i = 0; i < file.letters_size(); ++i) {
    const pb::ResolutionExport::CarriedLetter& from = file.letters(i);
    const std::string field = absl::StrCat("file.letters[", i, "]");
    CarriedLetter one{from.letter(), DocumentForFile(from.document()), from.content()};
    const bool own = from.has_document();
    if (!own) one.content.clear();
    const std::string& text = own ? from.document().text() : file.document().text();
    for (absl::Status wrong :
         {CheckLetterFacts(field + ".letter.facts", one.letter.facts()),
          CheckSentences(field + ".letter", one.letter),
          CheckPlaces(field + ".letter", one.letter, text.size()),
          CheckLinkOfFile(field + ".letter", one.letter, !own),
          own ? CheckOwnDocument(field + ".document", one.document, one.content)
              : absl::OkStatus()}) {
      if (!wrong.ok()) return wrong;
    }
    one.letter.clear_name();
    one.letter.clear_resolution();
    letters.push_back(std::move(one));
  }
  return letters;
}

}  // namespace rezon::decisions
