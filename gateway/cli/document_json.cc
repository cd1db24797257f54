#include "gateway/cli/document_json.h"

#include <nlohmann/json.hpp>

#include "services/decisions/reader/duplicates/bands.h"

namespace rezon::cli {
namespace {

using Json = nlohmann::ordered_json;

Json SpanJson(const reader::Span& span) { return {span.begin, span.end}; }

Json FullEvent(const reader::Event& event) {
  Json figures = Json::array();
  for (const auto& figure : event.figures) {
    figures.push_back(
        {{"name", figure.name}, {"value", figure.value}, {"span", SpanJson(figure.span)}});
  }
  Json parties = Json::array();
  for (const auto& party : event.parties) {
    parties.push_back({{"kind", Name(party.kind)},
                       {"name", party.name},
                       {"span", SpanJson(party.span)},
                       {"rule", party.rule}});
  }
  Json json = {{"name", event.name},           {"form", Name(event.form)},
               {"level", Name(event.level)},   {"territory", event.territory},
               {"start", event.start},         {"end", event.end},
               {"mode", Name(event.mode)},     {"figures", std::move(figures)},
               {"parties", std::move(parties)}};
  json["participants"] = event.participants ? Json(*event.participants) : Json(nullptr);
  return json;
}

Json FullLetter(const std::optional<reader::Letter>& letter) {
  if (!letter) return nullptr;
  Json requests = Json::array();
  for (const auto& request : letter->requests) {
    requests.push_back({{"text", request.text},
                        {"deadline", request.deadline.end},
                        {"span", SpanJson(request.span)}});
  }
  return {{"number", letter->number},
          {"date", letter->date},
          {"issuer", letter->issuer},
          {"signatory", letter->signatory},
          {"addressees", letter->addressees},
          {"span", SpanJson(letter->span)},
          {"annex",
           {{"text", letter->annex.text},
            {"act", letter->annex.act},
            {"number", letter->annex.number},
            {"date", letter->annex.date},
            {"title", letter->annex.title},
            {"span", SpanJson(letter->annex.span)}}},
          {"requests", std::move(requests)}};
}

Json FullItem(const reader::Item& item) {
  Json responsible = Json::array();
  for (const auto& who : item.responsible) {
    responsible.push_back(
        {{"phrase", who.phrase}, {"controller", who.controller}, {"span", SpanJson(who.span)}});
  }
  return {{"ordinal", item.ordinal},
          {"label", item.label},
          {"parent", item.parent},
          {"text", item.text},
          {"actionable", item.actionable},
          {"responsible", std::move(responsible)},
          {"responsible_from", Name(item.responsible_from)},
          {"deadline",
           {{"printed", item.deadline.printed},
            {"kind", Name(item.deadline.kind)},
            {"start", item.deadline.start},
            {"end", item.deadline.end},
            {"rule", item.deadline.rule},
            {"span", SpanJson(item.deadline.span)}}},
          {"span", SpanJson(item.span)},
          {"rule", item.rule},
          {"confidence", item.confidence},
          {"warnings", item.warnings}};
}

Json FullRelation(const reader::Relation& relation) {
  const reader::RelationTarget& target = relation.target;
  return {{"item", relation.item},
          {"kind", Name(relation.kind)},
          {"target",
           {{"act", target.act},
            {"own", target.own},
            {"number", target.number},
            {"date", target.date},
            {"issuer", target.issuer},
            {"title", target.title},
            {"labels", target.labels},
            {"span", SpanJson(target.span)}}},
          {"span", SpanJson(relation.span)},
          {"rule", relation.rule},
          {"confidence", relation.confidence}};
}

}  // namespace

std::vector<std::string> TextsOf(const reader::Document& document) {
  std::vector<std::string> texts;
  texts.reserve(document.items.size());
  for (const auto& item : document.items) texts.push_back(item.text);
  return texts;
}

std::string DocumentJson(const reader::Document& document) {
  Json items = Json::array();
  for (const auto& item : document.items) items.push_back(FullItem(item));
  Json relations = Json::array();
  for (const auto& relation : document.relations) relations.push_back(FullRelation(relation));
  Json suggestions = Json::array();
  for (const auto& suggestion : document.suggestions) {
    suggestions.push_back({{"text", suggestion.text},
                           {"span", SpanJson(suggestion.span)},
                           {"rule", suggestion.rule},
                           {"confidence", suggestion.confidence}});
  }
  Json duplicates = Json::array();
  for (const auto& pair : reader::FindDuplicates(TextsOf(document))) {
    duplicates.push_back(
        {{"items", {pair.first + 1, pair.second + 1}}, {"similarity", pair.similarity}});
  }
  const Json json = {{"document", document.file_name},
                     {"document_kind", Name(document.kind)},
                     {"reader", document.reader_version},
                     {"event", FullEvent(document.event)},
                     {"letter", FullLetter(document.letter)},
                     {"act", {{"number", document.act.number}, {"date", document.act.date}}},
                     {"items", std::move(items)},
                     {"relations", std::move(relations)},
                     {"suggestions", std::move(suggestions)},
                     {"duplicates", std::move(duplicates)},
                     {"warnings", document.warnings},
                     {"text", document.text}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace rezon::cli
