#ifndef REZON_SERVICES_DECISIONS_DOMAIN_LETTERS_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_LETTERS_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "google/protobuf/field_mask.pb.h"
#include "rezon/decisions/v1/history.pb.h"
#include "rezon/decisions/v1/letter.pb.h"
#include "services/decisions/reader/document.h"

// Cover letters and their links with resolutions. Pure.
namespace rezon::decisions {

namespace pb = rezon::decisions::v1;

// The letter's facts as read.
void FillLetterFacts(const reader::Letter& read, pb::LetterFacts* facts);

// The letter of a document that has one: facts, annex, requests, title; still without name,
// document and links.
pb::Letter MakeLetter(const reader::Document& document);

// «Письмо № 12-к от 03.04.2024».
std::string LetterTitle(const pb::LetterFacts& facts);

// The link with a resolution of that name; null when there is none.
const pb::Letter::Link* FindLink(const pb::Letter& letter, std::string_view resolution);
pb::Letter::Link* FindLink(pb::Letter& letter, std::string_view resolution);

// A link that holds from the start, because both stand in one file.
pb::Letter::Link SameFileLink(const std::string& resolution);

// Links the letter with a resolution, by a person. FAILED_PRECONDITION: LETTER_LINKED when it
// carries another one. Linked already: nothing changes.
absl::Status LinkTo(const std::string& resolution, const std::string& resolution_display_name,
                    const std::string& subject, pb::Letter& letter);

// Ends the link, or rejects the proposal, by a person. `resolution` empty means the linked one.
// FAILED_PRECONDITION: NOT_LINKED when there is neither, SAME_FILE when both came in one file.
absl::Status UnlinkFrom(std::string resolution, const std::string& subject, pb::Letter& letter);

// Texts and day of a letter's facts; `field` is their path. INVALID_ARGUMENT inside it.
absl::Status CheckLetterFacts(const std::string& field, const pb::LetterFacts& facts);

// Changes facts as `mask` says (paths below `facts`). INVALID_ARGUMENT on `letter.facts…` or
// `update_mask`; FAILED_PRECONDITION, reason SAME_FILE, for a letter in its resolution's file.
absl::Status ChangeLetter(const pb::Letter& given, const google::protobuf::FieldMask& mask,
                          pb::Letter& letter);

// Fills an entry of the history with the facts before and after, and the names of those that
// differ.
void NoteLetterFacts(const pb::Letter& before, const pb::Letter& after, pb::Correction& note);

// FAILED_PRECONDITION, reason IS_LETTER, for the name of a letter where a resolution is meant: a
// letter has no points, is not adopted and gives no assignments.
absl::Status CheckNoLetter(std::string_view name);
absl::Status IsALetter(std::string_view name);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_LETTERS_H_
