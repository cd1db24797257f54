// What the reader makes of one file: canonical text, event and letter facts, and the numbered
// points with their addressees and deadlines, each traceable to bytes of the canonical text.
//
// Plain data: no methods with side effects, copyable, safe to share between threads once built.
#ifndef REZON_SERVICES_DECISIONS_READER_DOCUMENT_H_
#define REZON_SERVICES_DECISIONS_READER_DOCUMENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "services/decisions/reader/source_map.h"

namespace rezon::reader {

// Version of the reading rules; stored with every draft so that a re-read can show a diff.
inline constexpr char kReaderVersion[] = "rezon-reader/1.0";

// Kind of file the bytes turned out to be.
enum class Format { kUnknown, kText, kMarkdown, kDocx, kOdt, kPdf, kRtf, kDoc, kPicture };

// What the file holds (SCHEMA golden field `document_kind`). kCoverLetter is a letter whose
// resolution is not in the file: it has no points.
enum class DocumentKind {
  kResolution,
  kCoverLetterWithResolution,
  kRoundTableOutcome,
  kCoverLetter
};

// Half-open byte range [begin, end) of Document::text. {0, 0} when nothing was printed.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;
};

enum class EventForm { kNone, kConference, kMeeting, kRoundTable };
enum class EventLevel { kNone, kMunicipal, kIntermunicipal, kRegional };
enum class EventMode { kNone, kInPerson, kRemote, kMixed };

// A number printed about the event. name: organizations, remote_sites, connections,
// municipalities, schools or kindergartens.
struct Figure {
  std::string name;
  int64_t value = 0;
  Span span;
};

// What a body or place had to do with the event.
enum class PartyKind { kOrganiser, kHost, kPartner, kVenue, kParticipant };

// A body, group of people or place named beside the event. `name` is as printed, in the case it is
// printed in, folded to one line.
struct Party {
  PartyKind kind = PartyKind::kOrganiser;
  std::string name;
  Span span;
  std::string rule;  // of facts/parties.cc, e.g. "organiser.subject"
};

// Facts about the event that took the decision. A document of an office (decree, order) has none:
// form is kNone then and all strings are empty.
struct Event {
  std::string name;  // nominative, one line
  EventForm form = EventForm::kNone;
  EventLevel level = EventLevel::kNone;
  std::string territory;  // nominative, e.g. "город N"
  std::string start;      // YYYY-MM-DD or empty
  std::string end;        // YYYY-MM-DD or empty; equals start for one day
  EventMode mode = EventMode::kNone;
  std::optional<int64_t> participants;
  std::vector<Figure> figures;
  std::vector<Party> parties;  // in document order
  Span name_span;
  Span date_span;
};

// Requisites of an official act (decree, order), and the date deadlines are counted from.
struct Act {
  std::string number;
  std::string date;  // YYYY-MM-DD or empty
};

enum class ResponsibleFrom { kNone, kOwn, kParentHeading, kResponsibleLine };

// Who executes a point, as printed, in the case it is printed in.
struct Responsible {
  std::string phrase;
  Span span;
  bool controller = false;  // named after «контроль возложить на»
  bool signer = false;      // who signed, where the point says «оставляю за собой»
};

// Kind of a deadline. kRelative («в течение 10 дней», «срочно») and kUndated (no year printed)
// carry a phrase but no dates unless ReadOptions::base_date and the rules give one.
enum class DeadlineKind { kNone, kDate, kRange, kStanding, kRelative, kUndated };

// When a point is to be done. `rule` names the rule that read it (e.g. "date.until"), in the
// table of deadlines/rules.h (source: domain.md 5.3).
struct Deadline {
  std::string printed;
  DeadlineKind kind = DeadlineKind::kNone;
  std::string start;  // YYYY-MM-DD or empty
  std::string end;    // YYYY-MM-DD or empty
  std::string rule;
  Span span;
  // By what the term stands (services/platform/terms): the production calendar's version; whether a
  // year is touched that has no calendar yet; whose rules; the day that a relative or yearless term
  // was counted from, YYYY-MM-DD. Empty where the term needs none.
  std::string calendar_version;
  bool provisional = false;
  std::string jurisdiction;
  std::string base_date;
};

// What a cover letter says that it sends («направляем резолюцию …»). What is not printed is empty.
struct LetterAnnex {
  std::string text;    // the words that name it, folded to one line
  std::string act;     // nominative: "резолюция", "решение", …
  std::string number;  // without «№»
  std::string date;    // YYYY-MM-DD, of the act or its event
  std::string title;   // the words less act, number and date
  Span span;           // of `text`
};

// What a letter itself asks («Просим до 1 марта сообщить …»): never a point by itself.
struct LetterRequest {
  std::string text;   // a sentence or a list's entry, folded to one line
  Deadline deadline;  // counted from the letter's day
  Span span;
};

// A cover letter: alone in its file, or before or behind the resolution.
struct Letter {
  std::string number;
  std::string date;  // YYYY-MM-DD or empty
  std::string issuer;
  std::string signatory;
  std::vector<std::string> addressees;  // one block of the address each, dative as printed
  Span span;                            // the whole letter
  LetterAnnex annex;
  std::vector<LetterRequest> requests;  // in document order
};

// One of several duties of a point, proposed to the clerk as a point of its own. The reader never
// splits a point by itself.
struct ProposedPart {
  std::string text;  // folded to one line, without closing punctuation
  Span span;         // in Document::text, inside the item's text_span
};

// One point of the operative part, in document order.
struct Item {
  int32_t ordinal = 0;        // 1-based, unique
  std::string label;          // as printed less the closing dot; "-" for any bullet; "" for none
  std::string printed_label;  // exactly as printed, e.g. "•" or "1."
  int32_t parent = 0;         // ordinal of the parent, 0 = none
  std::string text;           // folded to one line, without label and closing punctuation
  bool actionable = true;
  std::vector<Responsible> responsible;
  ResponsibleFrom responsible_from = ResponsibleFrom::kNone;
  Deadline deadline;
  Span span;                          // the point with its label, in Document::text
  Span text_span;                     // the point's own text
  double confidence = 0.0;            // 0..1
  std::string rule;                   // structure rule that made it an item, e.g. "label.number"
  std::vector<ProposedPart> parts;    // in text order; empty, or two and more
  std::vector<std::string> warnings;  // Russian, for a clerk
};

// What a decision does to an earlier one. kSupplements adds to it, kSupersedes puts another wording
// or act in its place, kRepeals ends it («признать утратившим силу», «отменить»), kExecutes carries
// it out («во исполнение …»).
enum class RelationKind {
  kAmends,
  kSupplements,
  kSupersedes,
  kRepeals,
  kRemovesFromControl,
  kContinues,
  kExecutes
};

// The earlier act or point as it is named. What is not printed is empty.
struct RelationTarget {
  std::string act;     // nominative: "решение", "приказ", …; "" when none is named
  bool own = false;    // «настоящего решения»: this very document
  std::string number;  // "45", "12-п"
  std::string date;    // YYYY-MM-DD
  std::string issuer;  // words between the act and its number: «районной конференции»
  std::string title;                // in the act's quotation marks, or «об …»; of kContinues
                                    // without an act: what is gone on with
  std::vector<std::string> labels;  // of its points: "3", "2.1", "а"; empty: the act as a whole
  Span span;                        // from the first label or the act to its last word
};

// A proposed relation to an earlier decision, for a clerk to confirm.
struct Relation {
  int32_t item = 0;  // ordinal of the point that says it; 0: the preamble
  RelationKind kind = RelationKind::kAmends;
  RelationTarget target;
  Span span;                // from the words of the rule to the end of the target
  std::string rule;         // of relations/rules.cc, e.g. "amend.make_changes"
  double confidence = 0.0;  // 0..1
};

// A commitment in the preamble that a clerk may take as a point; never one by itself.
struct Suggestion {
  std::string text;  // what is to be done, folded to one line, without the verb that offers it
  Span span;         // of `text`
  std::string rule;  // of suggestions/suggestions.cc, e.g. "suggest.propose"
  double confidence = 0.0;
};

enum class NoteKind { kHeader, kFooter, kFootnote, kEndnote };

// What stands beside the text on its pages. It is no part of Document::text and of no point.
struct Note {
  NoteKind kind = NoteKind::kHeader;
  std::string label;  // number of a footnote or endnote, counted from 1; empty for margins
  std::string text;
};

// The result of reading one file.
struct Document {
  std::string file_name;
  Format format = Format::kUnknown;
  std::string encoding;  // e.g. "UTF-8", "windows-1251"; empty for binary formats
  std::string text;      // canonical text, UTF-8, "\n" lines
  SourceMap source_map;  // from `text` back to the file
  std::vector<Note> notes;
  bool recognised = false;  // the text was read off pictures of the pages (OCR)
  DocumentKind kind = DocumentKind::kResolution;
  Event event;
  std::optional<Letter> letter;
  Span resolution;  // the text without the letter; {0, 0} when there is nothing else
  Act act;
  std::vector<Item> items;
  std::vector<Relation> relations;      // in document order
  std::vector<Suggestion> suggestions;  // in document order
  Span operative;                       // from the opening formula to the last point
  std::vector<std::string> warnings;    // Russian, for a clerk
  std::string reader_version;
};

// Stable lower-case names used in JSON and protocols («conference», «parent_heading», ...).
const char* Name(Format value);
const char* Name(DocumentKind value);
const char* Name(NoteKind value);
const char* Name(EventForm value);   // "" for kNone
const char* Name(EventLevel value);  // "" for kNone
const char* Name(EventMode value);   // "" for kNone
const char* Name(ResponsibleFrom value);
const char* Name(DeadlineKind value);
const char* Name(PartyKind value);
const char* Name(RelationKind value);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_DOCUMENT_H_
