package org.qopt.ir.verify;

import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.op.Traits;

/** How blocks begin, end and follow each other. */
final class BlockRules {
  private final Report report;

  BlockRules(Report report) {
    this.report = report;
  }

  /** Checks how {@code block}, in a region of {@code parent}, ends. */
  void block(Operation parent, Block block) {
    Region region = block.region().orElseThrow();
    boolean free =
        region.blocks().size() == 1 && (parent.def().isEmpty() || parent.has(Traits.NO_TERMINATOR));
    if (free) {
      return;
    }
    if (block.isEmpty()) {
      report.plain(
          DiagnosticKind.TERMINATOR,
          parent,
          "empty block: expect at least a terminator at the end of each block of '"
              + parent.name()
              + "'");
      return;
    }
    Operation last = block.last().orElseThrow();
    // An operation that is not defined might be a terminator.
    if (last.def().isPresent() && !last.has(Traits.TERMINATOR)) {
      report.plain(
          DiagnosticKind.TERMINATOR,
          last,
          "block with no terminator, has '" + last.name() + "' as its last operation");
    }
  }

  /** Checks where {@code operation} passes control to. */
  void successors(Operation operation) {
    if (operation.successors().isEmpty()) {
      return;
    }
    if (operation.next().isPresent()) {
      report.plain(
          DiagnosticKind.SUCCESSOR,
          operation,
          "operation with block successors must terminate its parent block");
    }
    for (Block target : operation.successors()) {
      if (!target.region().equals(operation.block().flatMap(Block::region))) {
        report.plain(
            DiagnosticKind.SUCCESSOR, operation, "branching to block of a different region");
      } else if (target.region().flatMap(Region::entry).filter(e -> e == target).isPresent()) {
        report.plain(
            DiagnosticKind.SUCCESSOR, operation, "entry block of region may not have predecessors");
      }
    }
  }
}
