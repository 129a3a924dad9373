package org.qopt.parser.qir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.antlr.v4.runtime.Token;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.ir.Block;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Dialects;
import org.qopt.ir.OpResult;
import org.qopt.ir.Operation;
import org.qopt.ir.OperationState;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.LocationAttr;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.NearMiss;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Type;

/** Makes operations, blocks and values of what the parser has recognized. */
final class ProgramBuilder {
  private static final int MOST_RESULTS = 1 << 16;

  private record DeferredLocation(Token token, String alias, Consumer<Location> target) {}

  private final Reading reading;
  private final Dialects dialects;
  private final ValueScopes values;
  private final BlockScopes blocks;
  private final List<Operation> topLevel = new ArrayList<>();
  private final List<DeferredLocation> deferred = new ArrayList<>();
  private final List<PendingOperation> free = new ArrayList<>();

  ProgramBuilder(Reading reading) {
    this.reading = reading;
    this.dialects = reading.dialects();
    this.values = new ValueScopes(reading.source(), reading.problems());
    this.blocks = new BlockScopes(reading.source(), reading.problems());
  }

  /** {@return the operation that begins at {@code start}, so deep in braces and rules} */
  PendingOperation begin(Token start, int braces, int nesting) {
    PendingOperation operation = free.isEmpty() ? new PendingOperation() : free.removeLast();
    return operation.begin(start, braces, nesting, blocks.depth());
  }

  /** Leaves the scopes that {@code operation}, which is given up, has entered. */
  void unwind(PendingOperation operation) {
    values.popTo(operation.scopes() + 1);
    blocks.popTo(operation.scopes());
  }

  // ---- names of operations

  /** {@return the operation {@code name}, which stands at {@code token} in the generic form} */
  OperationName genericName(Token token, String name) {
    if (name.isEmpty()) {
      throw failure(token, "empty operation name is invalid");
    }
    Optional<OpDef> def = dialects.op(name);
    if (def.isEmpty()) {
      int dot = name.indexOf('.');
      String dialect = dot < 0 ? "" : name.substring(0, dot);
      if (dialects.dialect(dialect).isPresent()) {
        throw failure(token, Unregistered.unknownOperation(name, dialect, dialects))
            .as(DiagnosticKind.OPERATION_UNKNOWN);
      }
      if (!reading.options().allowUnregistered()) {
        throw failure(
                token,
                dot < 0
                    ? Unregistered.withoutDialect(name)
                    : Unregistered.operation(name, dialect, dialects))
            .as(DiagnosticKind.DIALECT_UNREGISTERED);
      }
    }
    return new OperationName(name, def);
  }

  /** {@return the operation {@code name}, which stands at {@code token} in the pretty form} */
  OperationName uniformName(Token token, String name) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      throw failure(
          token,
          "expected operation, but found "
              + Found.of(token)
              + NearMiss.suggestion(name, NearWords.OPERATIONS));
    }
    Optional<OpDef> def = dialects.op(name);
    if (def.isEmpty()) {
      String dialect = name.substring(0, dot);
      throw failure(
              token,
              dialects.dialect(dialect).isPresent()
                  ? Unregistered.unknownOperation(name, dialect, dialects)
                  : Unregistered.customOperation(name, dialect, dialects))
          .as(DiagnosticKind.OPERATION_UNKNOWN);
    }
    return new OperationName(name, def);
  }

  int resultCount(Token token) {
    String text = token.getText();
    int count = NumberText.small(text).orElse(0);
    if (count < 1 || count > MOST_RESULTS) {
      throw failure(
          token,
          "expected a number of results from 1 to " + MOST_RESULTS + ", but found '" + text + "'");
    }
    return count;
  }

  // ---- functions and regions

  void endSignature(PendingOperation operation, PendingFunction function) {
    operation.setSignature("function_type", new TypeAttr(function.type()));
    function.argumentDictionaries().ifPresent(a -> operation.setSignature("arg_attrs", a));
    function.resultDictionaries().ifPresent(a -> operation.setSignature("res_attrs", a));
    operation.setFunction(function);
  }

  void endBody(PendingOperation operation, Token brace) {
    if (operation.regions().getFirst().isEmpty()) {
      throw failure(brace, "expected non-empty function body; a declaration has no braces");
    }
  }

  void endFunction(PendingOperation operation) {
    if (operation.regions().isEmpty()) {
      operation.addRegion(List.of());
    }
  }

  void endModule(PendingOperation operation) {
    List<Block> body = operation.regions().getFirst();
    if (body.isEmpty()) {
      body.add(new Block());
    }
  }

  void beginRegion(PendingOperation operation) {
    boolean isolated =
        operation.def().filter(d -> d.traits().contains(Traits.ISOLATED_FROM_ABOVE)).isPresent();
    values.push(isolated);
    blocks.push();
    if (operation.function().isEmpty()) {
      return;
    }
    PendingFunction function = operation.function().get();
    // Without names it is the first block that has the arguments, as in the generic form.
    if (!function.arguments().isEmpty()) {
      blocks.begin();
      for (PendingFunction.Argument argument : function.arguments()) {
        addBlockArgument(argument.name(), argument.type(), argument.location());
      }
    }
  }

  void beginEntryBlock() {
    if (blocks.isFirst()) {
      blocks.begin();
    }
  }

  void beginBlock(Token label) {
    blocks.begin(label);
  }

  void addBlockArgument(Token name, Type type, Optional<Token> location) {
    BlockArgument argument = blocks.current().addArgument(type, at(name));
    location.ifPresent(token -> locate(token, argument::setLocation));
    values.define(definedName(name), List.of(argument));
  }

  void endRegion(PendingOperation operation) {
    values.pop();
    operation.addRegion(blocks.pop());
  }

  Block successor(Token label) {
    return blocks.use(label);
  }

  // ---- operations

  void finish(PendingOperation pending) {
    OperationState state =
        OperationState.of(pending.name().text(), pending.def(), pending.position())
            .addOperands(operands(pending))
            .addResults(pending.resultTypes())
            .addSuccessors(pending.successors())
            .setProperties(pending.properties())
            .setOpaqueProperties(pending.opaqueProperties())
            .setAll(pending.attributes())
            .regions(pending.regions().size());
    for (PendingOperation.NamedAttribute entry : pending.signature()) {
      state.set(entry.name(), entry.value());
    }
    Operation operation = new Operation(state);
    for (int i = 0; i < pending.regions().size(); i++) {
      pending.regions().get(i).forEach(operation.region(i)::add);
    }
    operation.setPosition(pending.position());
    if (pending.location().isPresent()) {
      locate(pending.location().get(), operation::setLocation);
    }
    if (blocks.isOutside()) {
      topLevel.add(operation);
    } else {
      blocks.current().append(operation);
    }
    nameResults(pending, operation);
    pending.clear();
    free.add(pending);
  }

  private List<Value> operands(PendingOperation pending) {
    List<Token> names = pending.operands();
    List<Value> operands = new ArrayList<>(names.size());
    List<Type> types = pending.operandTypes();
    for (int i = 0; i < names.size(); i++) {
      operands.add(
          types.isEmpty() ? values.use(names.get(i)) : values.use(names.get(i), types.get(i)));
    }
    return operands;
  }

  private void nameResults(PendingOperation pending, Operation operation) {
    List<OpResult> results = operation.results();
    List<PendingOperation.ResultGroup> groups = pending.resultNames();
    if (groups.isEmpty()) {
      return;
    }
    if (groups.size() == 1 && results.size() == 1 && groups.getFirst().count() == 1) {
      values.define(definedName(groups.getFirst().name()), results);
      return;
    }
    int bound = groups.stream().mapToInt(PendingOperation.ResultGroup::count).sum();
    if (bound != results.size()) {
      reading
          .problems()
          .report(
              Diagnostic.error(
                  at(groups.getFirst().name()),
                  "operation defines %d results but was provided %d to bind"
                      .formatted(results.size(), bound)));
      reading.problems().loseDefinitions();
      return;
    }
    int next = 0;
    for (PendingOperation.ResultGroup group : groups) {
      values.define(definedName(group.name()), results.subList(next, next + group.count()));
      next += group.count();
    }
  }

  private Token definedName(Token token) {
    if (ValueScopes.hasNumber(reading.source(), token)) {
      throw failure(
          token, "expected a name without a result number, but found '" + token.getText() + "'");
    }
    return token;
  }

  // ---- locations

  private void locate(Token token, Consumer<Location> target) {
    LocationReader locations = reading.locations();
    Optional<String> alias = locations.undefinedAlias(token.getText());
    if (alias.isPresent()) {
      deferred.add(new DeferredLocation(token, alias.get(), target));
    } else {
      target.accept(locations.read(token.getText(), token.getStartIndex()));
    }
  }

  private void locateDeferred() {
    for (DeferredLocation one : deferred) {
      Optional<Attribute> attribute = reading.aliases().attribute(one.alias());
      if (attribute.isPresent() && attribute.get() instanceof LocationAttr(var location)) {
        one.target().accept(location);
      } else {
        reading
            .problems()
            .report(
                Diagnostic.error(
                    at(one.token()), "undefined location alias '" + one.alias() + "'"));
      }
    }
  }

  /** Ends the text, and {@return the module: the only operation, else one around them all} */
  Operation end() {
    locateDeferred();
    values.popTo(0);
    if (topLevel.size() == 1 && topLevel.getFirst().is(ModuleOp.DEF)) {
      return topLevel.getFirst();
    }
    ModuleOp module = ModuleOp.create(FileLocation.whole(reading.source().name()));
    module.operation().setPosition(new FileLocation(reading.source().name(), 1, 1));
    topLevel.forEach(module.body()::append);
    return module.operation();
  }

  private FileLocation at(Token token) {
    return reading.source().locate(token.getStartIndex());
  }

  private SyntaxFailure failure(Token token, String message) {
    return SyntaxFailure.of(Diagnostic.error(at(token), message));
  }
}
