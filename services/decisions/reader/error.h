// Errors of the reader: a canonical code, a short English message, a stable reason and a sentence
// in Russian for the clerk who sent the file.
#ifndef REZON_SERVICES_DECISIONS_READER_ERROR_H_
#define REZON_SERVICES_DECISIONS_READER_ERROR_H_

#include <optional>
#include <string>

#include "absl/status/status.h"

namespace rezon::reader {

// Why a file could not be read.
enum class ReadFailure {
  kEmpty,              // no bytes, or no text in them
  kUnknownEncoding,    // text in no known encoding
  kUnknownFormat,      // binary data of no known kind
  kTruncated,          // a container or document cut off or damaged
  kEncrypted,          // protected by a password
  kTooLarge,           // over a limit of ReadOptions, or repeats itself without end
  kBomb,               // unpacks to more than ReadOptions::max_text_bytes, or too deep
  kConverterMissing,   // rtf or doc, and no LibreOffice on this machine
  kNoTextLayer,        // pages without text (a scan)
  kMacros,             // carries programs
  kRecogniserMissing,  // a scan, and no recogniser of text on this machine
  kConversionFailed,   // a converter gave nothing: damaged input, or over its time
};

// Payload of a failed Read.
struct ReadError {
  ReadFailure failure;
  std::string reason;   // stable upper-case name, e.g. "FILE_TRUNCATED"
  std::string message;  // Russian sentence for a clerk
};

// Makes the status of a failure; `detail` is short English text appended to the message.
absl::Status MakeReadError(ReadFailure failure, const std::string& detail = "");

// The payload of a status made by MakeReadError; nullopt for any other status.
std::optional<ReadError> GetReadError(const absl::Status& status);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_ERROR_H_
