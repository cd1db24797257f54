#include "services/decisions/domain/akn/meta.h"

#include "absl/strings/str_cat.h"
#include "services/decisions/domain/akn/text.h"

namespace rezon::decisions::akn {
namespace {

constexpr char kSource[] = "#rezon";
constexpr char kRezonNamespace[] = "urn:rezon:decisions:1";

void AddValue(pugi::xml_node parent, const char* name, std::string_view value) {
  Set(parent.append_child(name), "value", value);
}

// What the three levels have in common.
void AddCore(pugi::xml_node level, const std::string& this_iri, const std::string& iri,
             const std::string& date, const std::string& date_name, const char* author) {
  AddValue(level, "FRBRthis", this_iri);
  AddValue(level, "FRBRuri", iri);
  pugi::xml_node day = level.append_child("FRBRdate");
  Set(day, "date", date);
  Set(day, "name", date_name);
  Set(level.append_child("FRBRauthor"), "href", author);
}

void AddWork(pugi::xml_node identification, const Identity& identity, const About& about) {
  pugi::xml_node work = identification.append_child("FRBRWork");
  AddCore(work, absl::StrCat(identity.work, "/", about.component), identity.work, identity.date,
          identity.date_name, "#author");
  AddValue(work, "FRBRcountry", identity.jurisdiction);
  AddValue(work, "FRBRsubtype", about.subtype);
  if (!about.number.empty()) AddValue(work, "FRBRnumber", about.number);
  if (!about.name.empty()) AddValue(work, "FRBRname", about.name);
}

void AddExpression(pugi::xml_node identification, const Identity& identity, const About& about) {
  pugi::xml_node expression = identification.append_child("FRBRExpression");
  AddCore(expression, absl::StrCat(identity.expression, "/", about.component), identity.expression,
          identity.date, identity.date_name, "#author");
  if (about.revision > 0) {
    AddValue(expression, "FRBRversionNumber", absl::StrCat(about.revision));
  }
  Set(expression.append_child("FRBRlanguage"), "language", "rus");
}

void AddManifestation(pugi::xml_node identification, const Identity& identity, const About& about) {
  pugi::xml_node manifestation = identification.append_child("FRBRManifestation");
  AddCore(manifestation, absl::StrCat(identity.expression, "/", about.component, ".akn"),
          identity.manifestation, about.changed, "markup", kSource);
  AddValue(manifestation, "FRBRformat", "application/akn+xml");
}

void AddOrganisation(pugi::xml_node references, const char* id, const std::string& href,
                     const std::string& show_as) {
  pugi::xml_node node = references.append_child("TLCOrganization");
  Set(node, "eId", id);
  Set(node, "href", href);
  Set(node, "showAs", show_as);
}

void AddSource(pugi::xml_node meta, const pb::Document& source) {
  if (source.sha256().empty()) return;
  pugi::xml_node proprietary = meta.append_child("proprietary");
  Set(proprietary, "source", kSource);
  pugi::xml_node node = proprietary.append_child("rezon:source");
  Set(node, "xmlns:rezon", kRezonNamespace);
  Set(node, "fileName", source.file_name());
  Set(node, "mediaType", source.media_type());
  Set(node, "sha256", source.sha256());
}

}  // namespace

void AddMeta(pugi::xml_node document, const Identity& identity, const About& about,
             const std::function<void(pugi::xml_node)>& more, const pb::Document& source) {
  pugi::xml_node meta = document.append_child("meta");
  pugi::xml_node identification = meta.append_child("identification");
  Set(identification, "source", kSource);
  AddWork(identification, identity, about);
  AddExpression(identification, identity, about);
  AddManifestation(identification, identity, about);
  pugi::xml_node references = meta.append_child("references");
  Set(references, "source", kSource);
  AddOrganisation(references, "rezon", "/akn/ontology/organization/rezon", "Rezon");
  AddOrganisation(references, "author",
                  absl::StrCat("/akn/ontology/organization/", identity.jurisdiction, "/author"),
                  about.author);
  more(references);
  AddSource(meta, source);
}

}  // namespace rezon::decisions::akn
