#include "services/platform/trace/tracer.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>

namespace rezon::trace {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// Collects what is exported; can hold the exporter's thread back.
struct Sink {
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<SpanData> spans;
  bool held = false;
  bool waiting = false;

  size_t Export(const std::vector<std::unique_ptr<SpanData>>& batch) {
    std::unique_lock lock(mutex);
    waiting = true;
    changed.notify_all();
    changed.wait(lock, [&] { return !held; });
    for (const auto& span : batch) spans.push_back(*span);
    return batch.size();
  }
  void Hold(bool hold) {
    std::lock_guard lock(mutex);
    held = hold;
    changed.notify_all();
  }
};

std::shared_ptr<Sink> StartWithSink(TracerOptions options) {
  auto sink = std::make_shared<Sink>();
  StartTracer(options, [sink](const auto& batch) { return sink->Export(batch); });
  return sink;
}

TEST(Tracer, ExportsParentAndChild) {
  auto sink = StartWithSink({});
  {
    Span parent("parent", Kind::kServer, {});
    Scope scope(parent.context());
    Span child("child", Kind::kClient);
    child.Set("db.operation.name", "SELECT");
    child.Set("rows", 3);
    child.SetError("lost");
  }
  ASSERT_TRUE(FlushTracer(seconds(10)));
  ASSERT_EQ(sink->spans.size(), 2u);
  const SpanData& child = sink->spans[0];
  const SpanData& parent = sink->spans[1];
  EXPECT_EQ(child.context.trace_id, parent.context.trace_id);
  EXPECT_EQ(child.parent, parent.context.span_id);
  EXPECT_EQ(parent.parent, SpanId{});
  EXPECT_TRUE(child.error);
  EXPECT_EQ(child.attributes.size(), 2u);
  EXPECT_GE(child.end_ns, child.start_ns);
  StopTracer(seconds(1));
}

TEST(Tracer, FullQueueDropsAndCountsAndNeverWaits) {
  TracerOptions options;
  options.queue = 4;
  options.batch = 2;
  auto sink = StartWithSink(options);
  sink->Hold(true);
  for (int i = 0; i < 2; ++i) Span("first", Kind::kInternal, {});
  {
    std::unique_lock lock(sink->mutex);
    ASSERT_TRUE(sink->changed.wait_for(lock, seconds(10), [&] { return sink->waiting; }));
  }
  for (int i = 0; i < 10; ++i) Span("later", Kind::kInternal, {});
  EXPECT_EQ(GetTracerStats().dropped, 6u);
  sink->Hold(false);
  ASSERT_TRUE(FlushTracer(seconds(10)));
  EXPECT_EQ(GetTracerStats().sent, 6u);
  StopTracer(seconds(1));
}

TEST(Tracer, StopSendsWhatIsQueuedAndIsBounded) {
  auto sink = StartWithSink({});
  { Span span("last", Kind::kInternal, {}); }
  StopTracer(seconds(10));
  EXPECT_EQ(sink->spans.size(), 1u);

  auto stuck = StartWithSink({});
  stuck->Hold(true);
  { Span span("stuck", Kind::kInternal, {}); }
  StopTracer(milliseconds(20));  // returns although the exporter hangs
  stuck->Hold(false);
}

TEST(Tracer, ParentDecidesRatioOnlyForRoots) {
  TracerOptions options;
  options.ratio = 0;
  StartWithSink(options);
  Span root("root", Kind::kServer, {});
  EXPECT_FALSE(root.sampled());
  EXPECT_TRUE(root.context().valid());
  const auto remote = ParseTraceparent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
  Span child("child", Kind::kServer, *remote);
  EXPECT_TRUE(child.sampled());
  EXPECT_EQ(child.context().trace_id, remote->trace_id);
  StopTracer(seconds(1));
}

}  // namespace
}  // namespace rezon::trace
