#include "services/decisions/reader/text/clean.h"

#include <algorithm>

#include "services/decisions/reader/text/scan.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

struct Entity {
  std::string_view name;
  std::string_view value;
};
constexpr Entity kEntities[] = {{"&#34;", "\""}, {"&quot;", "\""}, {"&amp;", "&"},
                                {"&nbsp;", " "}, {"&#160;", " "},  {"&lt;", "<"},
                                {"&gt;", ">"},   {"&laquo;", "«"}, {"&raquo;", "»"}};
constexpr std::string_view kBookmark = "[bookmark:";
constexpr size_t kMaxBookmark = 200;
constexpr std::string_view kEscapable = ".-*_#()[]+!>\\";

class Cleaner {
 public:
  explicit Cleaner(std::string_view source) : in_(source) { out_.text.reserve(source.size()); }

  CleanText Run() {
    if (in_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
    SkipHeadingMarks();
    while (at_ < in_.size()) {
      const size_t run = FindUnclean(in_, at_);
      if (run > at_) {
        Note();
        out_.text.append(in_, at_, run - at_);
        at_ = run;
        continue;
      }
      Step();
    }
    return std::move(out_);
  }

 private:
  void Note() {
    const auto canonical = static_cast<uint32_t>(out_.text.size());
    const auto source = static_cast<uint32_t>(at_);
    const uint32_t shift = source - canonical;
    if (out_.map.empty() || shift != shift_) {
      out_.map.emplace_back(canonical, source);
      shift_ = shift;
    }
  }

  void Put(std::string_view value, size_t consumed) {
    Note();
    out_.text.append(value);
    at_ += consumed;
  }

  bool At(std::string_view what) const { return in_.substr(at_, what.size()) == what; }

  // Markdown heading marks and quotation marks at a line's start.
  void SkipHeadingMarks() {
    size_t p = at_;
    while (p < in_.size() && in_[p] == ' ') ++p;
    size_t marks = p;
    while (marks < in_.size() && in_[marks] == '#') ++marks;
    if (marks > p && marks - p <= 6 && marks < in_.size() && (in_[marks] == ' ')) at_ = marks + 1;
  }

  void NewLine(size_t consumed) {
    Put("\n", consumed);
    SkipHeadingMarks();
  }

  void Step() {
    const unsigned char c = static_cast<unsigned char>(in_[at_]);
    switch (c) {
      case '\n':
      case '\f':
      case '\v':
        return NewLine(1);
      case '\r':
        return NewLine(at_ + 1 < in_.size() && in_[at_ + 1] == '\n' ? 2 : 1);
      case '\t':
        return Put("\t", 1);
      case '*':
      case '_':
        return Emphasis();
      case '\\':
        if (at_ + 1 < in_.size() && kEscapable.find(in_[at_ + 1]) != std::string_view::npos) {
          ++at_;
        }
        return Put(in_.substr(at_, 1), 1);
      case '&':
        return EntityOrCopy();
      case '[':
        return BookmarkOrCopy();
      case '<':
        if (At("<br>")) return NewLine(4);
        if (At("<br/>")) return NewLine(5);
        return Put("<", 1);
      case '#':
        return Put("#", 1);
      default:
        return c < 32 ? static_cast<void>(++at_) : Multibyte();
    }
  }

  // «**» and «__» around words go; a single star stays (it may be a bullet or a footnote), and so
  // does a run of underlines (a blank to be filled in).
  void Emphasis() {
    const char c = in_[at_];
    size_t run = at_;
    while (run < in_.size() && in_[run] == c) ++run;
    const size_t length = run - at_;
    bool mark = c == '*' ? length == 2 || length == 3 : length == 2;
    if (c == '*' && length == 1) mark = SingleStar();
    if (mark) {
      at_ = run;
    } else {
      Put(in_.substr(at_, length), length);
    }
  }

  // «*text*» around words that start a line or follow a blank.
  bool SingleStar() {
    if (open_star_ == at_) return true;
    const bool starts = at_ == 0 || in_[at_ - 1] == '\n' || in_[at_ - 1] == ' ';
    if (!starts || at_ + 1 >= in_.size() || in_[at_ + 1] == ' ') return false;
    const size_t close = in_.find_first_of("*\n", at_ + 1);
    if (close == std::string_view::npos || in_[close] != '*' || in_[close - 1] == ' ') return false;
    if (close + 1 < in_.size() && in_[close + 1] == '*') return false;
    open_star_ = close;
    return true;
  }

  void EntityOrCopy() {
    for (const Entity& entity : kEntities) {
      if (At(entity.name)) return Put(entity.value, entity.name.size());
    }
    Put("&", 1);
  }

  void BookmarkOrCopy() {
    if (At(kBookmark)) {
      const size_t close = in_.substr(at_, kMaxBookmark).find(']');
      if (close != std::string_view::npos) {
        at_ += close + 1;
        if (out_.text.empty() || out_.text.back() == '\n') SkipHeadingMarks();
        return;
      }
    }
    Put("[", 1);
  }

  void Multibyte() {
    size_t size;
    const uint32_t code = CharAt(in_, at_, &size);
    if (code == 0xAD && at_ + size < in_.size() &&
        (in_[at_ + size] == '\n' || in_[at_ + size] == '\r')) {
      Put("-", size);  // it shows at a line's end: a word is broken there
    } else if (code == 0xAD || code == 0x200B || code == 0x200C || code == 0x200D ||
               code == 0xFEFF || code == 0x2060 || (code >= 0x80 && code < 0xA0 && code != 0x85)) {
      at_ += size;
    } else if (code == 0x2028 || code == 0x2029 || code == 0x85) {
      NewLine(size);
    } else if (IsSpaceChar(code)) {
      Put(" ", size);
    } else {
      Put(in_.substr(at_, size), size);
    }
  }

  std::string_view in_;
  size_t at_ = 0;
  uint32_t shift_ = 0;
  size_t open_star_ = std::string_view::npos;  // where the emphasis begun last closes
  CleanText out_;
};

}  // namespace

uint32_t CleanText::SourceOffset(uint32_t canonical) const {
  auto after = std::upper_bound(map.begin(), map.end(), canonical,
                                [](uint32_t value, const std::pair<uint32_t, uint32_t>& entry) {
                                  return value < entry.first;
                                });
  if (after == map.begin()) return canonical;
  --after;
  return canonical - after->first + after->second;
}

CleanText Clean(std::string_view source) { return Cleaner(source).Run(); }

}  // namespace rezon::reader
