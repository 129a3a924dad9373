/* The positions of a window along one dimension that do not lie in the padding. */
typedef struct {
  int32_t start; /* the element under position 0; negative in the padding */
  int32_t first, end; /* the positions, end not included */
} span1d;

static span1d span1d_at(int32_t start, int32_t kernel, int32_t dilation, int32_t size) {
  span1d span;
  int32_t room = size - start;
  span.start = start;
  span.first = start < 0 ? (dilation - 1 - start) / dilation : 0;
  span.end = room <= 0 ? 0 : (room + dilation - 1) / dilation;
  span.end = span.end < kernel ? span.end : kernel;
  return span;
}
