#include "services/decisions/reader/points/items.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "services/decisions/reader/addressees/phrases.h"
#include "services/decisions/reader/deadlines/phrases.h"
#include "services/decisions/reader/deadlines/resolve.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/points/brackets.h"
#include "services/decisions/reader/points/parts.h"
#include "services/decisions/reader/structure/attributes.h"
#include "services/decisions/reader/structure/openers.h"
#include "services/decisions/reader/text/token.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kMaxHanded = 64u << 20;
constexpr size_t kMaxObliging = 60;  // bytes of «о б я з ы в а ю»

// Without the list's punctuation at the end.
size_t TextEnd(std::string_view text) {
  size_t end = text.size();
  while (end > 0 && (text[end - 1] == ';' || text[end - 1] == '.' || text[end - 1] == ' ' ||
                     text[end - 1] == ',')) {
    --end;
  }
  return end;
}

// By its first words, or its last: «Опыт школы одобрить».
bool IsAcknowledgementByItsEnds(std::string_view low) {
  static constexpr std::string_view kBeginnings[] = {"одобрить",
                                                     "положительно оценить",
                                                     "принять к сведению",
                                                     "отметить",
                                                     "выразить благодарность",
                                                     "признать работу",
                                                     "поблагодарить",
                                                     "считать работу",
                                                     "выразить признательность",
                                                     "поддержать инициатив",
                                                     "благодарить ",
                                                     "объявить благодарность",
                                                     "дать положительную оценку"};
  static constexpr WordTable kTable(kBeginnings);
  return kTable.Starts(low) || low.substr(0, TextEnd(low)).ends_with(" одобрить");
}

// By words inside, one of which is of Cue::kTakesNote.
bool HoldsAcknowledgement(std::string_view low) {
  return Contains(low, "принять к сведению") || Contains(low, "признать удовлетворительн");
}

// `text` less its bytes [begin, end), kept in `*kept`.
std::string_view Without(std::string_view text, size_t begin, size_t end, std::string* kept) {
  kept->assign(text.substr(0, begin)).append(text.substr(end));
  return *kept;
}

class ItemMaker {
 public:
  ItemMaker(Points& points, const std::string& base, const terms::Regime& regime,
            const std::optional<Responsible>& signer, PointRelations* relations)
      : in_(points), base_(base), regime_(regime), signer_(signer), relations_(*relations) {}

  std::optional<std::vector<Item>> Run() {
    if (in_.excessive) return std::nullopt;
    items_.reserve(in_.points.size());
    for (Point& point : in_.points) Make(point, &items_.emplace_back());
    lined_.assign(items_.size(), false);
    for (const Covering& covering : in_.coverings) Cover(covering);
    for (Item& item : items_) Inherit(&item);
    if (handed_ > kMaxHanded) return std::nullopt;
    return std::move(items_);
  }

 private:
  void Make(Point& point, Item* made) {
    Item& item = *made;
    item.ordinal = static_cast<int32_t>(items_.size());
    item.label = point.label.Text();
    item.printed_label = point.label.printed;
    item.parent = point.parent;
    item.span = {point.begin, point.end};
    item.rule = point.rule;
    item.confidence = point.confidence;
    item.warnings = std::move(point.warnings);
    std::string_view text = point.body.text;
    std::string_view low = point.body.low;
    std::string text_kept;  // where the bracket goes, or a colon comes
    std::string low_kept;
    Tokenize(low, &tokens_);
    relations_.Read(point, {low, tokens_});
    std::vector<Responsible> bracketed;
    if (auto bracket = ReadEndBracket(text, {low, tokens_})) {
      SetDeadline(&item, point.body, text, bracket->term, bracket->term_begin, bracket->term_end);
      for (const Phrase& phrase : bracket->who) {
        bracketed.push_back({std::string(text.substr(phrase.begin, phrase.end - phrase.begin)),
                             point.body.SpanOf(phrase.begin, phrase.end), false});
      }
      // A term without its year is no deadline of the text: its bracket stays.
      const bool dated = bracket->term.kind != DeadlineKind::kUndated &&
                         bracket->term.kind != DeadlineKind::kRelative;
      if (!dated) bracket->end = bracket->begin;
      if (dated && bracket->begin > 0 && text[bracket->begin - 1] == ' ') --bracket->begin;
      text = Without(text, bracket->begin, bracket->end, &text_kept);
      low = Without(low, bracket->begin, bracket->end, &low_kept);
      Tokenize(low, &tokens_);
    } else if (const auto tail = ReadDashTail(text, {low, tokens_})) {
      SetDeadline(&item, point.body, text, tail->term, tail->term_begin, tail->term_end);
      for (const Phrase& phrase : tail->who) {
        bracketed.push_back({std::string(text.substr(phrase.begin, phrase.end - phrase.begin)),
                             point.body.SpanOf(phrase.begin, phrase.end), false});
      }
    } else if (const auto term = FindBracketTerm({low, tokens_})) {
      SetDeadline(&item, point.body, text, *term, term->begin, term->end_offset);
    } else if (const auto running = FindRunningDeadline({low, tokens_}, base_)) {
      SetDeadline(&item, point.body, text, *running, running->begin, running->end_offset);
    }
    const size_t end = TextEnd(text);
    item.text_span = point.body.SpanOf(0, std::min(end, point.body.text.size()));
    if (point.opens && !low.ends_with(':')) {  // a heading that lost its colon
      low_kept = std::string(low) + ":";
      low = low_kept;
      Tokenize(low, &tokens_);
    }
    std::vector<Phrase> named = FindAddressees(text, low, tokens_);
    if (named.empty() && item.parent > 0 && obliges_[item.parent - 1]) {
      named = FindObliged(text, low, tokens_);
    }
    obliges_.push_back(low.starts_with("о") &&
                       CollapseSpaced(low.substr(0, kMaxObliging)).starts_with("обяз"));
    for (const Phrase& phrase : named) {
      item.responsible.push_back({std::string(text.substr(phrase.begin, phrase.end - phrase.begin)),
                                  point.body.SpanOf(phrase.begin, phrase.end), phrase.controller});
    }
    item.responsible.insert(item.responsible.end(), std::make_move_iterator(bracketed.begin()),
                            std::make_move_iterator(bracketed.end()));
    const bool notes = tokens_.size() >= kMaxTokens || tokens_.May(Cue::kTakesNote);
    if (signer_ && notes && Contains(low, "за собой") && Contains(low, "контрол")) {
      item.responsible.push_back(*signer_);
    }
    if (!item.responsible.empty()) item.responsible_from = ResponsibleFrom::kOwn;
    item.actionable =
        !point.opens && !IsAcknowledgementByItsEnds(low) && !(notes && HoldsAcknowledgement(low));
    if (item.actionable && item.parent > 0 && acknowledges_[item.parent - 1]) {
      item.actionable = false;
    }
    if (item.actionable) item.parts = ProposeParts(point.body, text, {low, tokens_}, end);
    acknowledges_.push_back(!item.actionable && IsAcknowledgement(low.substr(0, end)));
    item.text = std::string(text.substr(0, end));
  }

  void SetDeadline(Item* item, const Paragraph& body, std::string_view text,
                   const DeadlineMatch& match, size_t begin, size_t end) {
    while (begin < end && text[begin] == ' ') ++begin;
    // «в срок до …» prints the term behind its words of leading in.
    for (const std::string_view lead : {"в срок ", "в сроки ", "В срок "}) {
      if (text.substr(begin, end - begin).starts_with(lead)) begin += lead.size();
    }
    while (end > begin && (text[end - 1] == ' ' || text[end - 1] == ';')) --end;
    item->deadline.kind = match.kind;
    item->deadline.start = match.start;
    item->deadline.end = match.end;
    item->deadline.rule = match.rule;
    item->deadline.printed = text.substr(begin, end - begin);
    item->deadline.span = body.SpanOf(begin, end);
    ResolveDeadline(match, base_, regime_, &item->deadline);
    std::string warning = DeadlineWarning(match, base_, item->deadline);
    if (!warning.empty()) item->warnings.push_back(std::move(warning));
  }

  void Cover(const Covering& covering) {
    const std::string_view low = covering.body.low;
    const size_t value = AttributeAt(low).value;
    if (covering.kind != AttributeKind::kDeadline) {
      const bool controller = covering.kind == AttributeKind::kController;
      std::vector<Responsible> who;
      for (const Phrase& phrase : SplitAddressees(covering.body.text, low, value, low.size())) {
        const size_t size = phrase.end - phrase.begin;
        who.push_back({std::string(covering.body.text.substr(phrase.begin, size)),
                       covering.body.SpanOf(phrase.begin, phrase.end), controller});
      }
      if (who.empty()) return;
      const ResponsibleFrom from =
          covering.cell ? ResponsibleFrom::kOwn : ResponsibleFrom::kResponsibleLine;
      for (const size_t index : covering.points) {
        if (!Afford(SizeOf(who))) return;
        Item& item = items_[index];
        const bool more = controller || lined_[index];
        if (!more) item.responsible.clear();
        item.responsible.insert(item.responsible.end(), who.begin(), who.end());
        if (!controller || item.responsible_from == ResponsibleFrom::kNone) {
          item.responsible_from = from;
        }
        lined_[index] = true;
      }
      return;
    }
    size_t end = TextEnd(low);
    if (low.substr(0, end).ends_with(" г") && end < low.size() && low[end] == '.') ++end;
    if (end <= value) return;
    const DeadlineMatch match = ReadDeadlinePhrase(low.substr(value, end - value));
    for (const size_t index : covering.points) {
      if (!Afford(2 * (end - value))) return;
      Item& item = items_[index];
      const bool unread = match.kind == DeadlineKind::kNone;
      // A line that cannot be read takes nothing away that was read.
      if (!unread || item.deadline.kind == DeadlineKind::kNone) {
        SetDeadline(&item, covering.body, covering.body.text, match, value, end);
      }
      if (!unread) continue;
      if (item.deadline.kind == DeadlineKind::kNone) {
        item.deadline.kind = DeadlineKind::kUndated;
        item.deadline.rule = "undated.unread";
      }
      const std::string_view term = covering.body.text.substr(value, end - value);
      item.warnings.push_back("Срок «" + std::string(term) + "» не распознан: укажите дату.");
    }
  }

  void Inherit(Item* item) {
    if (item->parent == 0) return;
    const Item& parent = items_[item->parent - 1];
    if (item->responsible.empty() && !parent.responsible.empty() &&
        Afford(SizeOf(parent.responsible))) {
      item->responsible = parent.responsible;
      item->responsible_from = parent.responsible_from == ResponsibleFrom::kResponsibleLine
                                   ? ResponsibleFrom::kResponsibleLine
                                   : ResponsibleFrom::kParentHeading;
    }
    if (item->deadline.kind == DeadlineKind::kNone && item->deadline.printed.empty() &&
        Afford(parent.deadline.printed.size())) {
      item->deadline = parent.deadline;
    }
  }

  static size_t SizeOf(const std::vector<Responsible>& who) {
    size_t size = 0;
    for (const Responsible& one : who) size += sizeof(one) + one.phrase.size();
    return size;
  }

  // Whether `bytes` more may be handed to one more point.
  bool Afford(size_t bytes) {
    handed_ += bytes;
    return handed_ <= kMaxHanded;
  }

  Points& in_;
  const std::string& base_;
  const terms::Regime& regime_;
  const std::optional<Responsible>& signer_;
  PointRelations& relations_;
  std::vector<Item> items_;
  std::vector<bool> acknowledges_;  // by item: it acts in nothing, and neither does what it opens
  std::vector<bool> obliges_;       // by item: it names in the accusative who is to act below it
  std::vector<bool> lined_;         // items that a line or cell named executors for
  Tokens tokens_;
  size_t handed_ = 0;  // bytes that points got from headings and captions
};

}  // namespace

bool IsAcknowledgement(std::string_view low) {
  return IsAcknowledgementByItsEnds(low) || HoldsAcknowledgement(low);
}

std::optional<std::vector<Item>> MakeItems(Points points, const std::string& base_date,
                                           const terms::Regime& regime,
                                           const std::optional<Responsible>& signer,
                                           PointRelations* relations) {
  return ItemMaker(points, base_date, regime, signer, relations).Run();
}

}  // namespace rezon::reader
