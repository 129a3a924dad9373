package org.qopt.ir.print;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.builtin.UnrealizedConversionCastOp;
import org.qopt.dialect.func.CallIndirectOp;
import org.qopt.dialect.func.CallOp;
import org.qopt.dialect.func.ConstantOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.ArrayAttr;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.attribute.SymbolRefAttr;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.ir.type.FunctionType;
import org.qopt.ir.type.Type;

/** The forms that MLIR gives to its own operations: the module, functions and what they hold. */
final class CustomForms {
  private static final Set<String> VISIBILITIES = Set.of("public", "private", "nested");

  private final Printer printer;
  private final TextOut out;

  CustomForms(Printer printer) {
    this.printer = printer;
    this.out = printer.out();
  }

  /** Writes {@code operation} if it has a form of its own and is sound enough for it. */
  boolean print(Operation operation) {
    if (operation.is(ModuleOp.DEF)) {
      return module(operation);
    }
    if (operation.is(FuncOp.DEF)) {
      return function(operation);
    }
    if (operation.is(CallOp.DEF)) {
      return call(operation);
    }
    if (operation.is(CallIndirectOp.DEF)) {
      return callIndirect(operation);
    }
    if (operation.is(ConstantOp.DEF)) {
      return constant(operation);
    }
    if (operation.is(UnrealizedConversionCastOp.DEF)) {
      return cast(operation);
    }
    return operation.is(ReturnOp.DEF) && returnOp(operation);
  }

  private boolean module(Operation operation) {
    if (operation.operandCount() + operation.results().size() > 0
        || operation.region(0).blocks().size() != 1
        || !operation.region(0).blocks().getFirst().arguments().isEmpty()) {
      return false;
    }
    out.append("module");
    Optional<String> name = operation.attribute("sym_name", StringAttr.class).map(s -> s.value());
    name.ifPresent(text -> out.append(' ').append(Quoted.symbol(text)));
    Map<String, Attribute> rest = new TreeMap<>(Printer.withoutDefaults(operation));
    if (name.isPresent()) {
      rest.remove("sym_name");
    }
    printer.dictionary(" attributes ", rest);
    out.append(' ');
    printer.region(operation.region(0), false);
    return true;
  }

  private boolean function(Operation operation) {
    if (!isSound(operation)) {
      return false;
    }
    FuncOp function = new FuncOp(operation);
    out.append("func.func ");
    Optional<String> visibility =
        operation.attribute("sym_visibility", StringAttr.class).map(StringAttr::value);
    visibility.ifPresent(text -> out.append(text).append(' '));
    out.append(Quoted.symbol(function.name()));
    arguments(function);
    results(operation, function.type().results());
    Map<String, Attribute> rest = new TreeMap<>(Printer.withoutDefaults(operation));
    List.of("sym_name", "function_type", "sym_visibility", "arg_attrs", "res_attrs")
        .forEach(rest::remove);
    printer.dictionary(" attributes ", rest);
    if (!function.isDeclaration()) {
      out.append(' ');
      printer.region(operation.region(0), false);
    }
    return true;
  }

  private static boolean isSound(Operation operation) {
    Optional<FunctionType> type =
        operation
            .attribute("function_type", TypeAttr.class)
            .map(TypeAttr::value)
            .filter(FunctionType.class::isInstance)
            .map(FunctionType.class::cast);
    Optional<Attribute> visibility = operation.attribute("sym_visibility");
    return type.isPresent()
        && operation.operandCount() + operation.results().size() == 0
        && operation.attribute("sym_name", StringAttr.class).isPresent()
        && visibility
            .filter(v -> !(v instanceof StringAttr(String word) && VISIBILITIES.contains(word)))
            .isEmpty()
        && operation
            .region(0)
            .entry()
            .filter(entry -> !entry.argumentTypes().equals(type.get().inputs()))
            .isEmpty()
        && fits(operation, "arg_attrs", type.get().inputs().size())
        && fits(operation, "res_attrs", type.get().results().size());
  }

  private static boolean fits(Operation operation, String name, int count) {
    Optional<Attribute> attribute = operation.attribute(name);
    return attribute.isEmpty()
        || (attribute.get() instanceof ArrayAttr(var elements)
            && elements.size() == count
            && elements.stream().allMatch(DictionaryAttr.class::isInstance));
  }

  private void arguments(FuncOp function) {
    ImmutableList<Attribute> dictionaries = dictionaries(function.operation(), "arg_attrs");
    out.append('(');
    List<Type> inputs = function.type().inputs();
    for (int i = 0; i < inputs.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      if (function.isDeclaration()) {
        out.append(inputs.get(i).toString());
        dictionary(dictionaries, i);
      } else {
        BlockArgument argument = function.arguments().get(i);
        printer.argument(argument);
        dictionary(dictionaries, i);
        printer.location(argument.location());
      }
    }
    out.append(')');
  }

  private void results(Operation operation, List<Type> results) {
    if (results.isEmpty()) {
      return;
    }
    ImmutableList<Attribute> dictionaries = dictionaries(operation, "res_attrs");
    out.append(" -> ");
    boolean bare =
        results.size() == 1
            && !(results.getFirst() instanceof FunctionType)
            && (dictionaries.isEmpty() || ((DictionaryAttr) dictionaries.getFirst()).isEmpty());
    out.append(bare ? "" : "(");
    for (int i = 0; i < results.size(); i++) {
      out.append(i == 0 ? "" : ", ").append(results.get(i).toString());
      dictionary(dictionaries, i);
    }
    out.append(bare ? "" : ")");
  }

  private static ImmutableList<Attribute> dictionaries(Operation operation, String name) {
    return operation
        .attribute(name, ArrayAttr.class)
        .map(ArrayAttr::elements)
        .orElse(ImmutableList.of());
  }

  private void dictionary(ImmutableList<Attribute> dictionaries, int index) {
    if (!dictionaries.isEmpty()) {
      printer.dictionary(" ", ((DictionaryAttr) dictionaries.get(index)).entries());
    }
  }

  private boolean call(Operation operation) {
    Optional<SymbolRefAttr> callee = operation.attribute("callee", SymbolRefAttr.class);
    if (callee.isEmpty() || !isPlain(operation)) {
      return false;
    }
    out.append(inFunction(operation) ? "call " : "func.call ");
    out.append(callee.get().toString()).append('(');
    printer.operands(operation);
    out.append(')');
    Map<String, Attribute> rest = new TreeMap<>(Printer.withoutDefaults(operation));
    rest.remove("callee");
    printer.dictionary(" ", rest);
    out.append(" : ");
    printer.signature(operation);
    return true;
  }

  private boolean callIndirect(Operation operation) {
    List<Type> operands = operation.operandTypes();
    if (operands.isEmpty()
        || !(operands.getFirst() instanceof FunctionType type)
        || !type.inputs().equals(operands.subList(1, operands.size()))
        || !type.results().equals(operation.resultTypes())
        || !isPlain(operation)) {
      return false;
    }
    out.append(inFunction(operation) ? "call_indirect " : "func.call_indirect ");
    printer.operands(operation, 0, 1);
    out.append('(');
    printer.operands(operation, 1, operands.size());
    out.append(')');
    printer.dictionary(" ", Printer.withoutDefaults(operation));
    out.append(" : ").append(type.toString());
    return true;
  }

  private boolean constant(Operation operation) {
    Optional<SymbolRefAttr> function = operation.attribute("value", SymbolRefAttr.class);
    if (function.isEmpty()
        || operation.operandCount() > 0
        || operation.results().size() != 1
        || !(operation.resultTypes().getFirst() instanceof FunctionType type)
        || !isPlain(operation)) {
      return false;
    }
    out.append(inFunction(operation) ? "constant " : "func.constant ");
    Map<String, Attribute> rest = new TreeMap<>(Printer.withoutDefaults(operation));
    rest.remove("value");
    printer.dictionary("", rest);
    out.append(rest.isEmpty() ? "" : " ").append(function.get().toString());
    out.append(" : ").append(type.toString());
    return true;
  }

  private boolean cast(Operation operation) {
    if (operation.results().isEmpty() || !isPlain(operation)) {
      return false;
    }
    out.append("builtin.unrealized_conversion_cast ");
    if (operation.operandCount() > 0) {
      printer.operands(operation);
      out.append(" : ");
      printer.operandTypes(operation);
      out.append(' ');
    }
    out.append("to ");
    printer.resultTypes(operation);
    printer.dictionary(" ", Printer.withoutDefaults(operation));
    return true;
  }

  private boolean returnOp(Operation operation) {
    if (!operation.results().isEmpty() || !isPlain(operation)) {
      return false;
    }
    out.append(inFunction(operation) ? "return" : "func.return");
    printer.dictionary(" ", Printer.withoutDefaults(operation));
    if (operation.operandCount() > 0) {
      out.append(' ');
      printer.operands(operation);
      out.append(" : ");
      printer.operandTypes(operation);
    }
    return true;
  }

  private static boolean isPlain(Operation operation) {
    return operation.successors().isEmpty() && operation.regions().isEmpty();
  }

  // Inside a function the dialect's name goes without saying.
  private static boolean inFunction(Operation operation) {
    return operation.parentOp().filter(parent -> parent.is(FuncOp.DEF)).isPresent();
  }
}
