package org.qopt.rewrite.data;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.ProgramReader;
import org.qopt.ir.Services;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.verify.Verifier;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * A pattern in a file {@code NAME.qir} that lies beside a class and holds nothing else. What is
 * said of it here, its name and what it is tried on, is enough for as long as no program holds such
 * operations: the file is read when it is needed first, so that other programs do not wait for it.
 */
public final class WrittenPattern implements RewritePattern {
  private final Class<?> room;
  private final String name;
  private final ImmutableList<OpDef> roots;
  private final Optional<OpDef> producer;
  private volatile Optional<RewritePattern> read = Optional.empty();

  private WrittenPattern(Class<?> room, String name, List<OpDef> roots, Optional<OpDef> producer) {
    this.room = room;
    this.name = name;
    this.roots = ImmutableList.copyOf(roots);
    this.producer = producer;
  }

  /**
   * {@return the pattern in a file beside {@code room}}
   *
   * @param name its name and, with {@code .qir} behind it, that of the file
   * @param root the operation that it is tried on
   */
  public static WrittenPattern beside(Class<?> room, String name, OpDef root) {
    return new WrittenPattern(room, name, List.of(root), Optional.empty());
  }

  /**
   * {@return the same pattern, tried only where {@code other} computes the root's first operand;
   * the pattern would find out itself, but then it would have been read already}
   */
  public WrittenPattern behind(OpDef other) {
    return new WrittenPattern(room, name, roots, Optional.of(other));
  }

  @Override
  public List<OpDef> roots() {
    return roots;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    if (producer.isPresent()) {
      Optional<Operation> found = root.operand(0).definingOp();
      if (found.isEmpty() || !found.get().is(producer.get())) {
        return PatternResult.noMatch("its operand does not come from '" + producer.get() + "'");
      }
    }
    return pattern().apply(root, rewriter);
  }

  private RewritePattern pattern() {
    Optional<RewritePattern> known = read;
    if (known.isPresent()) {
      return known.get();
    }
    RewritePattern pattern = read();
    read = Optional.of(pattern);
    return pattern;
  }

  private RewritePattern read() {
    PatternFile file = new PatternFile(room, name + ".qir");
    try {
      RewritePattern pattern = only(file, compile(file));
      boolean asSaid =
          pattern.name().equals(name)
              && pattern.roots().equals(roots)
              && pattern.benefit() == benefit();
      return asSaid ? pattern : fail(file, "it is another pattern than the one that is expected");
    } catch (InvalidInputException e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }

  private List<RewritePattern> compile(PatternFile file) {
    ClassLoader loader = room.getClassLoader();
    Dialects dialects = Dialects.foundBy(loader);
    List<ProgramReader> readers = Services.load(ProgramReader.class, loader);
    if (readers.isEmpty()) {
      throw new IllegalStateException(file + " cannot be read: the class path has no reader");
    }
    Operation module = readers.getFirst().read(file.text(), file.name(), dialects).module();
    Diagnostics found = new Diagnostics();
    Verifier.verify(module, found);
    found.throwIfErrors();
    return PatternCompiler.compile(
        module, new Vocabulary(dialects, Natives.foundBy(loader), false));
  }

  private static RewritePattern only(PatternFile file, List<RewritePattern> patterns) {
    return patterns.size() == 1
        ? patterns.getFirst()
        : fail(file, "expected one pattern, but found " + patterns.size());
  }

  private static RewritePattern fail(PatternFile file, String message) {
    throw new IllegalStateException(file + ": " + message);
  }
}
