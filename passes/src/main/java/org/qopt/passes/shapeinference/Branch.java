package org.qopt.passes.shapeinference;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;

/**
 * A way from a block to another.
 *
 * @param terminator what ends the block
 * @param index which of its successors
 */
record Branch(Operation terminator, int index) {
  // MLIR's own; the dialect is not known here, but its programs are read.
  private static final String ALWAYS = "cf.br";
  private static final String IF = "cf.cond_br";

  /** {@return the ways from {@code block}} */
  static List<Branch> from(Block block) {
    return block.last().stream()
        .flatMap(
            last -> IntStream.range(0, last.successors().size()).mapToObj(i -> new Branch(last, i)))
        .toList();
  }

  /** {@return the ways to {@code block}} */
  static List<Branch> to(Block block) {
    return block.region().stream()
        .flatMap(region -> region.blocks().stream())
        .flatMap(from -> from(from).stream())
        .filter(branch -> branch.target() == block)
        .toList();
  }

  /** {@return where it leads} */
  Block target() {
    return terminator.successors().get(index);
  }

  /**
   * {@return the number of the operand that becomes the first argument of the target; those after
   * it become the others. Empty if it is not known what the terminator passes}
   */
  Optional<Integer> firstOperand() {
    int count = target().arguments().size();
    Optional<Integer> first =
        switch (terminator.name()) {
          case ALWAYS -> Optional.of(0);
          case IF ->
              terminator
                  .attribute("operandSegmentSizes", DenseIntArrayAttr.class)
                  .map(sizes -> sizes.values())
                  .filter(sizes -> sizes.length() == 3)
                  .map(sizes -> index == 0 ? 1 : 1 + (int) sizes.get(1));
          default -> Optional.empty();
        };
    return first.filter(at -> at >= 0 && at + count <= terminator.operandCount());
  }
}
