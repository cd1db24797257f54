#include "services/decisions/reader/document.h"

namespace rezon::reader {

const char* Name(Format value) {
  static constexpr const char* kNames[] = {"unknown", "text", "markdown", "docx",   "odt",
                                           "pdf",     "rtf",  "doc",      "picture"};
  return kNames[static_cast<int>(value)];
}

const char* Name(DocumentKind value) {
  static constexpr const char* kNames[] = {"resolution", "cover_letter_with_resolution",
                                           "round_table_outcome", "cover_letter"};
  return kNames[static_cast<int>(value)];
}

const char* Name(NoteKind value) {
  static constexpr const char* kNames[] = {"header", "footer", "footnote", "endnote"};
  return kNames[static_cast<int>(value)];
}

const char* Name(EventForm value) {
  static constexpr const char* kNames[] = {"", "conference", "meeting", "round_table"};
  return kNames[static_cast<int>(value)];
}

const char* Name(EventLevel value) {
  static constexpr const char* kNames[] = {"", "municipal", "intermunicipal", "regional"};
  return kNames[static_cast<int>(value)];
}

const char* Name(EventMode value) {
  static constexpr const char* kNames[] = {"", "in_person", "remote", "mixed"};
  return kNames[static_cast<int>(value)];
}

const char* Name(ResponsibleFrom value) {
  static constexpr const char* kNames[] = {"none", "own", "parent_heading", "responsible_line"};
  return kNames[static_cast<int>(value)];
}

const char* Name(DeadlineKind value) {
  static constexpr const char* kNames[] = {"none",     "date",     "range",
                                           "standing", "relative", "undated"};
  return kNames[static_cast<int>(value)];
}

const char* Name(PartyKind value) {
  static constexpr const char* kNames[] = {"organiser", "host", "partner", "venue", "participant"};
  return kNames[static_cast<int>(value)];
}

const char* Name(RelationKind value) {
  static constexpr const char* kNames[] = {"amends",  "supplements",          "supersedes",
                                           "repeals", "removes_from_control", "continues",
                                           "executes"};
  return kNames[static_cast<int>(value)];
}

}  // namespace rezon::reader
