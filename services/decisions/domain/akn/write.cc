#include <algorithm>
#include <cstdint>
#include <pugixml.hpp>
#include <sstream>
#include <string_view>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/decisions/domain/akn/akn.h"
#include "services/decisions/domain/akn/iri.h"
#include "services/decisions/domain/akn/meta.h"
#include "services/decisions/domain/akn/points.h"
#include "services/decisions/domain/akn/references.h"
#include "services/decisions/domain/akn/text.h"
#include "services/decisions/domain/letters.h"

namespace rezon::decisions::akn {
namespace {

constexpr char kAknNamespace[] = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

// The document's text around the points.
struct Around {
  std::string_view letter;
  std::string_view before;
  std::string_view after;
};

std::string_view Slice(std::string_view text, std::int64_t begin, std::int64_t end) {
  const auto size = static_cast<std::int64_t>(text.size());
  begin = std::clamp<std::int64_t>(begin, 0, size);
  end = std::clamp<std::int64_t>(end, begin, size);
  return text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

Around TextAround(const Aggregate& aggregate, std::string_view text) {
  Around around;
  const auto& letter = aggregate.resolution.letter().span();
  around.letter = Slice(text, letter.begin(), letter.end());
  std::int64_t first = static_cast<std::int64_t>(text.size());
  std::int64_t last = 0;
  for (const pb::Point& point : aggregate.points) {
    if (point.span().begin() >= point.span().end()) continue;
    first = std::min(first, point.span().begin());
    last = std::max(last, point.span().end());
  }
  // Read before resolutions had places of their own, a letter could only stand before.
  const auto& own = aggregate.resolution.span();
  const bool placed = own.end() > own.begin();
  const std::int64_t begin = placed ? own.begin() : letter.end() <= first ? letter.end() : 0;
  const std::int64_t end = placed ? own.end() : static_cast<std::int64_t>(text.size());
  around.before = Slice(text, begin, std::min(first, end));
  if (last > 0) around.after = Slice(text, last, end);
  return around;
}

void AddParagraphs(pugi::xml_node parent, std::string_view text) {
  for (std::string_view line : Paragraphs(text)) {
    pugi::xml_node paragraph = parent.append_child("p");
    if (IsSignature(line)) {
      Add(paragraph, "signature", line);
    } else {
      paragraph.append_child(pugi::node_pcdata).set_value(Clean(line).c_str());
    }
  }
}

void AddDay(pugi::xml_node paragraph, const std::string& day) {
  pugi::xml_node date = Add(paragraph, "docDate", day);
  Set(date, "date", day);
}

void AddPreface(pugi::xml_node document, const std::string& title, const Identity& identity) {
  pugi::xml_node preface = document.append_child("preface");
  pugi::xml_node long_title = preface.append_child("longTitle");
  Set(long_title, "eId", "preface__longTitle");
  Add(long_title.append_child("p"), "docTitle", title);
  AddDay(preface.append_child("p"), identity.date);
}

// A letter with its text, and the document of its own if it has one.
struct LetterText {
  const pb::LetterFacts& facts;
  std::string_view text;
  const pb::Document& document;
};

void AddStatement(pugi::xml_node root, const Aggregate& aggregate, const pb::Document& document,
                  const Around& around, const std::vector<LetterText>& letters) {
  const pb::Resolution& resolution = aggregate.resolution;
  const Identity identity = ResolutionIdentity(resolution);
  const References references(aggregate, identity.jurisdiction);
  pugi::xml_node statement = root.append_child("statement");
  Set(statement, "name", "resolution");
  About about{"!main",
              resolution.display_name(),
              "",
              "resolution",
              resolution.revision(),
              DayOf(resolution.update_time()),
              "Участники: " + resolution.display_name()};
  AddMeta(
      statement, identity, about,
      [&](pugi::xml_node node) {
        references.Write(node);
        for (std::size_t i = 0; i < letters.size(); ++i) {
          pugi::xml_node carried = node.append_child("attachmentOf");
          Set(carried, "eId", absl::StrCat("letter_", i + 1));
          Set(carried, "href", LetterIdentity(resolution, letters[i].facts).work);
          Set(carried, "showAs", LetterTitle(letters[i].facts));
        }
      },
      document);
  AddPreface(statement, resolution.display_name(), identity);
  if (!Paragraphs(around.before).empty()) {
    AddParagraphs(statement.append_child("preamble"), around.before);
  }
  pugi::xml_node body = statement.append_child("mainBody");
  AddPoints(body, aggregate, references);
  if (aggregate.points.empty()) body.append_child("p");
  if (!Paragraphs(around.after).empty()) {
    AddParagraphs(statement.append_child("conclusions"), around.after);
  }
}

// Facts of the letter as its head: number, day, sender and addressees.
void AddLetterHead(pugi::xml_node document, const pb::LetterFacts& letter,
                   const Identity& identity) {
  pugi::xml_node preface = document.append_child("preface");
  if (!letter.number().empty()) Add(preface.append_child("p"), "docNumber", letter.number());
  AddDay(preface.append_child("p"), identity.date);
  if (!letter.issuer().empty()) {
    Set(Add(preface.append_child("p"), "organization", letter.issuer()), "refersTo", "#author");
  }
  for (const std::string& addressee : letter.addressees()) {
    Set(Add(preface, "p", addressee), "class", "addressee");
  }
}

void AddLetter(pugi::xml_node components, const pb::Resolution& resolution,
               const LetterText& carried, std::size_t number) {
  const pb::LetterFacts& letter = carried.facts;
  const Identity identity = LetterIdentity(resolution, letter);
  pugi::xml_node component = components.append_child("component");
  Set(component, "eId", absl::StrCat("component_", number));
  pugi::xml_node document = component.append_child("doc");
  Set(document, "name", "letter");
  About about{"!main",
              "",
              letter.number(),
              "letter",
              0,
              DayOf(resolution.update_time()),
              letter.issuer().empty() ? "Отправитель письма" : letter.issuer()};
  AddMeta(
      document, identity, about,
      [&](pugi::xml_node references) {
        pugi::xml_node annexed = references.append_child("hasAttachment");
        Set(annexed, "eId", "resolution");
        Set(annexed, "href", ResolutionIdentity(resolution).work);
        Set(annexed, "showAs", resolution.display_name());
      },
      carried.document);
  AddLetterHead(document, letter, identity);
  pugi::xml_node body = document.append_child("mainBody");
  AddParagraphs(body, carried.text);
  if (Paragraphs(carried.text).empty()) body.append_child("p");
  if (letter.signatory().empty()) return;
  Add(document.append_child("conclusions").append_child("p"), "signature", letter.signatory());
}

// The letter of the resolution's file first, then the others.
std::vector<LetterText> LettersOf(const pb::Resolution& resolution, const Around& around,
                                  const std::vector<CarriedLetter>& letters) {
  std::vector<LetterText> all;
  if (resolution.has_letter()) {
    all.push_back({resolution.letter(), around.letter, pb::Document::default_instance()});
  }
  for (const CarriedLetter& one : letters) {
    if (one.same_file()) continue;
    const auto& span = one.letter.facts().span();
    all.push_back(
        {one.letter.facts(), Slice(one.document.text(), span.begin(), span.end()), one.document});
  }
  return all;
}

}  // namespace

std::string Write(const Aggregate& aggregate, const pb::Document& document,
                  const std::vector<CarriedLetter>& carried) {
  pugi::xml_document xml;
  pugi::xml_node root = xml.append_child("akomaNtoso");
  Set(root, "xmlns", kAknNamespace);
  const Around around = TextAround(aggregate, document.text());
  const std::vector<LetterText> letters = LettersOf(aggregate.resolution, around, carried);
  AddStatement(root, aggregate, document, around, letters);
  pugi::xml_node components;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (i == 0) components = root.append_child("components");
    AddLetter(components, aggregate.resolution, letters[i], i + 1);
  }
  std::ostringstream out;
  xml.save(out, " ", pugi::format_raw, pugi::encoding_utf8);
  return out.str();
}

}  // namespace rezon::decisions::akn
