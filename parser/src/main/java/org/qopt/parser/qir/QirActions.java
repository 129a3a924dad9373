package org.qopt.parser.qir;

import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.builtin.UnrealizedConversionCastOp;
import org.qopt.dialect.func.CallIndirectOp;
import org.qopt.dialect.func.CallOp;
import org.qopt.dialect.func.ConstantOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.FunctionType;
import org.qopt.ir.type.Type;

/**
 * What the grammar's actions do: they hand on to {@link ValueTokens}, which reads single tokens,
 * and {@link ProgramBuilder}, which makes operations.
 */
abstract class QirActions extends RecoveringParser {
  private ProgramBuilder builder;

  QirActions(TokenStream input) {
    super(input);
    removeErrorListeners();
    setBuildParseTree(false);
  }

  /** Says where everything read goes; to be called before any rule. */
  final void start(Reading reading, ProgramBuilder target) {
    start(reading);
    builder = target;
    setErrorHandler(new OneTokenStrategy(reading.source()));
  }

  // ---- operations

  final PendingOperation beginOperation() {
    return builder.begin(getCurrentToken(), braces(), nesting());
  }

  @Override
  final void giveUp(PendingOperation operation) {
    builder.unwind(operation);
  }

  final void nameGeneric(PendingOperation operation, Token token) {
    OperationName known = reading().texts().operation(token);
    OperationName name =
        known != null
            ? known
            : reading().texts().learn(token, builder.genericName(token, readString(token)));
    operation.setName(name, at(token));
  }

  final void nameUniform(PendingOperation operation, Token token) {
    OperationName known = reading().texts().operation(token);
    OperationName name =
        known != null
            ? known
            : reading().texts().learn(token, builder.uniformName(token, token.getText()));
    operation.setName(name, at(token));
  }

  final void nameModule(PendingOperation operation, Token token) {
    name(operation, token, ModuleOp.DEF);
  }

  final PendingFunction nameFunction(PendingOperation operation, Token token) {
    name(operation, token, FuncOp.DEF);
    return new PendingFunction();
  }

  final void nameCall(PendingOperation operation, Token token) {
    name(operation, token, CallOp.DEF);
  }

  final void nameReturn(PendingOperation operation, Token token) {
    name(operation, token, ReturnOp.DEF);
  }

  final void nameIndirectCall(PendingOperation operation, Token token) {
    name(operation, token, CallIndirectOp.DEF);
  }

  final void nameConstant(PendingOperation operation, Token token) {
    name(operation, token, ConstantOp.DEF);
  }

  final void nameCast(PendingOperation operation, Token token) {
    name(operation, token, UnrealizedConversionCastOp.DEF);
  }

  private void name(PendingOperation operation, Token token, OpDef def) {
    operation.setName(new OperationName(def.name(), Optional.of(def)), at(token));
  }

  final void setProperties(PendingOperation operation, Token start, Attribute value) {
    boolean known = operation.def().isPresent();
    if (value instanceof DictionaryAttr dictionary && (known || !dictionary.isEmpty())) {
      operation.setProperties(dictionary);
      return;
    }
    if (known) {
      throw SyntaxFailure.of(
          Diagnostic.error(
              at(start), "expected a dictionary of properties, but found " + Found.of(start)));
    }
    operation.setOpaqueProperties(value);
  }

  final void setResultCount(PendingOperation operation, Token token) {
    operation.setLastResultCount(builder.resultCount(token));
  }

  final void setSymbolName(PendingOperation operation, Token symbol) {
    operation.setSignature("sym_name", new StringAttr(readSymbol(symbol)));
  }

  final void setVisibility(PendingOperation operation, Token word) {
    operation.setSignature("sym_visibility", new StringAttr(word.getText()));
  }

  /** Takes the type of the function that is called: that of the first operand. */
  final void setIndirectTypes(PendingOperation operation, Token token, FunctionType type) {
    operation.addOperandType(type);
    type.inputs().forEach(operation::addOperandType);
    endOperandTypes(operation, token);
    type.results().forEach(operation::addResultType);
  }

  final void endOperandTypes(PendingOperation operation, Token start) {
    int types = operation.operandTypes().size();
    if (types != operation.operands().size()) {
      throw SyntaxFailure.of(
          Diagnostic.error(
              at(start),
              "expected " + operation.operands().size() + " operand types but had " + types));
    }
  }

  final void addSuccessor(PendingOperation operation, Token label) {
    operation.addSuccessor(builder.successor(label));
  }

  final void finish(PendingOperation operation) {
    builder.finish(operation);
  }

  // ---- functions

  final void addArgument(
      PendingFunction function, Token name, Type type, DictionaryAttr attributes, Token location) {
    if (function.arguments().size() != function.inputs().size()) {
      throw unevenNames(name);
    }
    function.addArgument(
        new PendingFunction.Argument(name, type, Optional.ofNullable(location)), attributes);
  }

  final void addInput(PendingFunction function, Token token, Type type, DictionaryAttr attributes) {
    if (!function.arguments().isEmpty()) {
      throw unevenNames(token);
    }
    function.addInput(type, attributes);
  }

  private SyntaxFailure unevenNames(Token token) {
    return SyntaxFailure.of(
        Diagnostic.error(
            at(token),
            "expected names for all arguments or for none, but found " + Found.of(token)));
  }

  final void setFunctionAttributes(
      PendingOperation operation, Token token, DictionaryAttr attributes) {
    Optional<String> twice = PendingFunction.saidTwice(attributes);
    if (twice.isPresent()) {
      throw failure(
          token,
          "'%s' is an inferred attribute and should not be specified in the explicit attribute dictionary"
              .formatted(twice.get()));
    }
    operation.setAttributes(attributes);
  }

  final void endSignature(PendingOperation operation, PendingFunction function) {
    builder.endSignature(operation, function);
  }

  final void endBody(PendingOperation operation, Token brace) {
    builder.endBody(operation, brace);
  }

  final void endFunction(PendingOperation operation) {
    builder.endFunction(operation);
  }

  /** Gives the module the block that its own form leaves out when there is nothing in it. */
  final void endModule(PendingOperation operation) {
    builder.endModule(operation);
  }

  // ---- regions

  final void beginRegion(PendingOperation operation) {
    enterNesting();
    builder.beginRegion(operation);
  }

  final void beginEntryBlock() {
    builder.beginEntryBlock();
  }

  final void beginBlock(Token label) {
    builder.beginBlock(label);
  }

  final void addBlockArgument(Token name, Type type, Token location) {
    builder.addBlockArgument(name, type, Optional.ofNullable(location));
  }

  final void endRegion(PendingOperation operation) {
    builder.endRegion(operation);
    leaveNesting();
  }

  // ---- dictionaries and aliases

  final PendingDictionary beginDictionary() {
    return reading().dictionaries().begin();
  }

  final DictionaryAttr endDictionary(PendingDictionary dictionary) {
    return reading().dictionaries().end(dictionary);
  }

  final void beginAlias() {
    reading().aliases().begin();
  }

  final void defineAlias(Token name, Type type) {
    define(name, reading().aliases().define(aliasName(name), type));
  }

  final void defineAlias(Token name, Attribute attribute) {
    define(name, reading().aliases().define(aliasName(name), attribute));
  }

  private String aliasName(Token name) {
    if (!Aliases.isAlias(name.getText())) {
      throw SyntaxFailure.of(
          Diagnostic.error(
              at(name),
              "names with a '.' are those of dialects; expected an alias, but found "
                  + Found.of(name)));
    }
    return name.getText();
  }

  private void define(Token name, boolean isNew) {
    if (reading().aliases().isTooHeavy()) {
      throw SyntaxFailure.fatal(
          Diagnostic.error(
              at(name),
              "alias '"
                  + name.getText()
                  + "' stands for more than "
                  + Limits.ALIAS_WEIGHT
                  + " others"));
    }
    if (!isNew) {
      throw SyntaxFailure.of(
          Diagnostic.error(at(name), "redefinition of symbol alias id '" + name.getText() + "'"));
    }
  }
}
