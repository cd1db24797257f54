#include "services/decisions/reader/error.h"

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"

namespace rezon::reader {
namespace {

constexpr char kPayloadUrl[] = "rezon.reader/read-failure";

struct FailureText {
  absl::StatusCode code;
  const char* reason;
  const char* english;
  const char* russian;
};

const FailureText& TextOf(ReadFailure failure) {
  using Code = absl::StatusCode;
  static constexpr FailureText kTexts[] = {
      {Code::kInvalidArgument, "FILE_EMPTY", "no text in the file",
       "В файле нет текста. Проверьте, тот ли файл выбран."},
      {Code::kInvalidArgument, "ENCODING_UNKNOWN", "the text is in no known encoding",
       "Не удалось определить кодировку текста. Сохраните файл в UTF-8 или пришлите docx."},
      {Code::kInvalidArgument, "FORMAT_UNKNOWN", "the file's format is not known",
       "Формат файла не распознан. Принимаются txt, md, docx, odt и pdf с текстовым слоем."},
      {Code::kInvalidArgument, "FILE_TRUNCATED", "the file is damaged or cut off",
       "Файл повреждён или загружен не полностью. Пришлите его ещё раз."},
      {Code::kInvalidArgument, "FILE_ENCRYPTED", "the file is protected by a password",
       "Файл защищён паролем. Снимите защиту и пришлите его ещё раз."},
      {Code::kResourceExhausted, "FILE_TOO_LARGE", "the file is too large",
       "Файл слишком большой. Пришлите только текст документа, без приложений."},
      {Code::kResourceExhausted, "FILE_UNPACKS_TOO_LARGE", "the file unpacks to too much data",
       "Содержимое файла при распаковке слишком велико. Такой файл не принимается."},
      {Code::kUnimplemented, "CONVERTER_MISSING",
       "reading this format needs LibreOffice (package libreoffice-writer-nogui)",
       "Файлы rtf и doc читаются через LibreOffice, а он на сервере не установлен (пакет "
       "libreoffice-writer-nogui). Сохраните документ как docx, odt или txt."},
      {Code::kInvalidArgument, "TEXT_LAYER_MISSING", "the pages carry no text",
       "В файле только изображения страниц. Пришлите документ с текстом или распознайте его."},
      {Code::kInvalidArgument, "FILE_HAS_MACROS", "the file carries macros",
       "В файле есть макросы. Сохраните документ как docx без макросов и пришлите его ещё раз."},
      {Code::kUnimplemented, "RECOGNISER_MISSING",
       "reading a scan needs tesseract (packages tesseract-ocr, tesseract-ocr-rus, poppler-utils)",
       "В файле только изображения страниц, а распознавание текста на сервере не установлено "
       "(пакеты tesseract-ocr, tesseract-ocr-rus и poppler-utils). Пришлите документ с текстом."},
      {Code::kInvalidArgument, "CONVERSION_FAILED", "the file could not be converted",
       "Файл не удалось преобразовать: он повреждён, защищён паролем или слишком сложен. "
       "Сохраните документ как docx или odt и пришлите его ещё раз."},
  };
  return kTexts[static_cast<int>(failure)];
}

constexpr int kFailures = static_cast<int>(ReadFailure::kConversionFailed) + 1;

}  // namespace

absl::Status MakeReadError(ReadFailure failure, const std::string& detail) {
  const FailureText& text = TextOf(failure);
  absl::Status status(text.code, detail.empty() ? std::string(text.english)
                                                : absl::StrCat(text.english, ": ", detail));
  status.SetPayload(kPayloadUrl, absl::Cord(text.reason));
  return status;
}

std::optional<ReadError> GetReadError(const absl::Status& status) {
  const auto payload = status.GetPayload(kPayloadUrl);
  if (!payload) return std::nullopt;
  for (int i = 0; i < kFailures; ++i) {
    const FailureText& text = TextOf(static_cast<ReadFailure>(i));
    if (*payload == text.reason) {
      return ReadError{static_cast<ReadFailure>(i), text.reason, text.russian};
    }
  }
  return std::nullopt;
}

}  // namespace rezon::reader
