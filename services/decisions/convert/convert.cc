#include "services/decisions/convert/convert.h"

#include <optional>
#include <semaphore>
#include <utility>

#include "services/decisions/convert/office.h"
#include "services/decisions/convert/recognise.h"
#include "services/decisions/reader/error.h"
#include "services/decisions/reader/intake/source.h"

namespace rezon::convert {
namespace {

using reader::Document;
using reader::Format;
using reader::MakeReadError;
using reader::ReadFailure;
using reader::ReadOptions;

constexpr int kAtATime = 2;  // each may take gigabytes and a core

// A conversion's turn; empty when the deadline came first.
class Turn {
 public:
  explicit Turn(Clock::time_point deadline) : taken_(Turns().try_acquire_until(deadline)) {}
  ~Turn() {
    if (taken_) Turns().release();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  explicit operator bool() const { return taken_; }

 private:
  static std::counting_semaphore<kAtATime>& Turns() {
    static std::counting_semaphore<kAtATime> turns(kAtATime);
    return turns;
  }
  bool taken_;
};

absl::Status Failed(const absl::Status& status) {
  return MakeReadError(ReadFailure::kConversionFailed, std::string(status.message()));
}

absl::StatusOr<Document> ThroughOffice(std::string_view bytes, Format format,
                                       const ReadOptions& options, Clock::time_point deadline,
                                       const Programs& programs) {
  const std::string program = FindProgram(programs.office);
  if (program.empty()) return MakeReadError(ReadFailure::kConverterMissing);
  const Turn turn(deadline);
  if (!turn) return absl::DeadlineExceededError("no turn for a conversion");
  auto docx = ToDocx(program, bytes, reader::Name(format), deadline);
  if (!docx.ok()) return Failed(docx.status());
  auto document = reader::Read(*docx, options);
  if (document.ok()) document->format = format;
  return document;
}

absl::StatusOr<Document> Recognise(std::string_view bytes, Format format,
                                   const ReadOptions& options, Clock::time_point deadline,
                                   const Programs& programs) {
  const std::string recogniser = FindProgram(programs.recogniser);
  const std::string painter = FindProgram(programs.page_painter);
  const bool pdf = format == Format::kPdf;
  if (recogniser.empty() || (pdf && painter.empty())) {
    return MakeReadError(ReadFailure::kRecogniserMissing);
  }
  const Turn turn(deadline);
  if (!turn) return absl::DeadlineExceededError("no turn for a recognition");
  auto text = pdf ? RecognisePdf(painter, recogniser, bytes, deadline)
                  : RecognisePicture(recogniser, bytes, deadline);
  if (!text.ok()) return Failed(text.status());
  ReadOptions recognised = options;
  recognised.recognised = text->sure;
  auto document = reader::Read(text->text, recognised);
  if (document.ok()) {
    document->format = format;
    document->encoding.clear();
  }
  return document;
}

}  // namespace

absl::StatusOr<Document> ReadAny(std::string_view bytes, const ReadOptions& options,
                                 Clock::time_point deadline, const Programs& programs) {
  auto document = reader::Read(bytes, options);
  if (document.ok()) return document;
  const auto error = reader::GetReadError(document.status());
  if (!error) return document;
  const Format format = reader::DetectFormat(bytes, options);
  if (error->failure == ReadFailure::kConverterMissing) {
    return ThroughOffice(bytes, format, options, deadline, programs);
  }
  if (error->failure == ReadFailure::kNoTextLayer) {
    return Recognise(bytes, format, options, deadline, programs);
  }
  return document;
}

}  // namespace rezon::convert
