package org.qopt.parser.qir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.qopt.ir.Block;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.SymbolRefAttr;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.Type;

/**
 * What has been read of an operation. It becomes one when its end is reached; only then are the
 * types of its operands and its attributes known. Then it can serve for another.
 */
final class PendingOperation {
  /** Names of results, with the number of results that each stands for. */
  record ResultGroup(Token name, int count) {}

  private Token start;
  private int braces;
  private int nesting;
  private int scopes;
  private final List<ResultGroup> resultNames = new ArrayList<>(1);
  private final List<Token> operands = new ArrayList<>(3);
  private final List<Block> successors = new ArrayList<>(0);
  private final List<List<Block>> regions = new ArrayList<>(0);
  private final List<Type> resultTypes = new ArrayList<>(1);
  private final List<Type> operandTypes = new ArrayList<>(3);
  private DictionaryAttr properties = DictionaryAttr.EMPTY;
  private Optional<Attribute> opaqueProperties = Optional.empty();
  private DictionaryAttr attributes = DictionaryAttr.EMPTY;
  private final List<NamedAttribute> signature = new ArrayList<>(0);
  private Optional<PendingFunction> function = Optional.empty();
  private OperationName name;
  private FileLocation position;
  private Optional<Token> location = Optional.empty();

  /** An attribute that the form of the operation says otherwise than in a dictionary. */
  record NamedAttribute(String name, Attribute value) {}

  /** Begins an operation at {@code start}, so deep in braces, rules and scopes. */
  PendingOperation begin(Token first, int inBraces, int inRules, int inScopes) {
    start = first;
    braces = inBraces;
    nesting = inRules;
    scopes = inScopes;
    return this;
  }

  /** Forgets all that was read, so that another operation can begin. */
  void clear() {
    resultNames.clear();
    operands.clear();
    operandTypes.clear();
    successors.clear();
    regions.clear();
    resultTypes.clear();
    signature.clear();
    properties = DictionaryAttr.EMPTY;
    opaqueProperties = Optional.empty();
    attributes = DictionaryAttr.EMPTY;
    function = Optional.empty();
    location = Optional.empty();
  }

  Token start() {
    return start;
  }

  int braces() {
    return braces;
  }

  int nesting() {
    return nesting;
  }

  int scopes() {
    return scopes;
  }

  /** Says what the operation is; comes before all that follows the names of its results. */
  void setName(OperationName value, FileLocation at) {
    name = value;
    position = at;
  }

  void addResultName(Token value) {
    resultNames.add(new ResultGroup(value, 1));
  }

  void setLastResultCount(int count) {
    resultNames.add(new ResultGroup(resultNames.removeLast().name(), count));
  }

  void addOperand(Token value) {
    operands.add(value);
  }

  void addSuccessor(Block block) {
    successors.add(block);
  }

  void addRegion(List<Block> blocks) {
    regions.add(blocks);
  }

  void addResultType(Type type) {
    resultTypes.add(type);
  }

  void addOperandType(Type type) {
    operandTypes.add(type);
  }

  void setProperties(DictionaryAttr dictionary) {
    properties = dictionary;
  }

  void setOpaqueProperties(Attribute value) {
    opaqueProperties = Optional.of(value);
  }

  void setAttributes(DictionaryAttr dictionary) {
    attributes = dictionary;
  }

  void setCallee(SymbolRefAttr symbol) {
    signature.add(new NamedAttribute("callee", symbol));
  }

  void setSignature(String attribute, Attribute value) {
    signature.add(new NamedAttribute(attribute, value));
  }

  void setFunction(PendingFunction value) {
    function = Optional.of(value);
  }

  void setLocation(Token loc) {
    location = Optional.of(loc);
  }

  OperationName name() {
    return name;
  }

  Optional<OpDef> def() {
    return name.def();
  }

  /** {@return where the name stands} */
  FileLocation position() {
    return position;
  }

  Optional<Token> location() {
    return location;
  }

  List<ResultGroup> resultNames() {
    return resultNames;
  }

  List<Token> operands() {
    return operands;
  }

  /** {@return the types of the operands; empty where the form does not give them} */
  List<Type> operandTypes() {
    return operandTypes;
  }

  List<Type> resultTypes() {
    return resultTypes;
  }

  List<Block> successors() {
    return successors;
  }

  List<List<Block>> regions() {
    return regions;
  }

  DictionaryAttr properties() {
    return properties;
  }

  Optional<Attribute> opaqueProperties() {
    return opaqueProperties;
  }

  DictionaryAttr attributes() {
    return attributes;
  }

  List<NamedAttribute> signature() {
    return signature;
  }

  /** {@return the signature whose arguments the next region has} */
  Optional<PendingFunction> function() {
    return function;
  }
}
