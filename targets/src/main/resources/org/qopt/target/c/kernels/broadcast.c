/*
 * How two operands give a result element by element: its dimensions, and how far each operand
 * moves along them; 0 where it is repeated.
 */
typedef struct {
  int32_t rank;
  const int32_t *dims, *lhs_strides, *rhs_strides;
} broadcast;

/* The number of rows of a result: of runs along its last dimension. */
static int32_t broadcast_rows(const broadcast *shape) {
  int32_t rows = 1;
  for (int32_t axis = 0; axis + 1 < shape->rank; axis++) {
    rows *= shape->dims[axis];
  }
  return rows;
}

/* Where row number `row` of an operand begins. */
static int32_t broadcast_at(const broadcast *shape, const int32_t *strides, int32_t row) {
  int32_t at = 0;
  for (int32_t axis = shape->rank - 2; axis >= 0; axis--) {
    at += row % shape->dims[axis] * strides[axis];
    row /= shape->dims[axis];
  }
  return at;
}
