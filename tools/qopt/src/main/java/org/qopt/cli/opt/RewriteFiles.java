package org.qopt.cli.opt;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.qopt.cli.CliIo;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.model.ModelFiles;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.parser.qir.QirReader;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.data.Natives;
import org.qopt.rewrite.data.PatternCompiler;
import org.qopt.rewrite.data.PatternSource;
import org.qopt.rewrite.data.Vocabulary;

/** Reads files of patterns, each once: a pass may run on every function. */
final class RewriteFiles implements PatternSource {
  private final Arguments arguments;
  private final Dialects dialects;
  private final CliIo io;
  private final Map<Path, List<RewritePattern>> loaded = new ConcurrentHashMap<>();

  RewriteFiles(Arguments arguments, Dialects dialects, CliIo io) {
    this.arguments = arguments;
    this.dialects = dialects;
    this.io = io;
  }

  @Override
  public List<RewritePattern> load(Path file) {
    return loaded.computeIfAbsent(file, this::read);
  }

  private List<RewritePattern> read(Path file) {
    Operation module =
        QirReader.read(
                ModelFiles.text(file.toString(), io), dialects, ModelFiles.readOptions(arguments))
            .module();
    ModelFiles.verify(module);
    boolean allowUnregistered = ModelFiles.readOptions(arguments).allowUnregistered();
    return PatternCompiler.compile(
        module, new Vocabulary(dialects, Natives.load(), allowUnregistered));
  }
}
