package org.qopt.rewrite.conversion;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.ArrayAttr;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.FunctionType;
import org.qopt.ir.type.Type;
import org.qopt.rewrite.PatternResult;

/**
 * Gives a function the types that those of its arguments and results become. What is said of an
 * argument or a result is said of each part that it is taken into.
 *
 * @param converter what types become
 */
record ConvertFunction(TypeConverter converter) implements ConversionPattern {
  @Override
  public List<OpDef> roots() {
    return List.of(FuncOp.DEF);
  }

  @Override
  public PatternResult apply(
      Operation root, ConvertedOperands operands, ConversionRewriter rewriter) {
    FunctionType old = new FuncOp(root).type();
    Optional<FunctionType> type = converter.convert(old);
    if (type.isEmpty()) {
      return PatternResult.noMatch(
          "a type of its signature has no converted form, it is of type " + old);
    }
    List<ImmutableList<Type>> inputs = each(old.inputs());
    List<ImmutableList<Type>> results = each(old.results());
    if (!rewriter.convertBlocks(root.region(0), converter)) {
      return PatternResult.noMatch("an argument of one of its blocks has no converted form");
    }
    if (!new FuncOp(root).isDeclaration()) {
      rewriter.convertArguments(new FuncOp(root).entry(), inputs, converter);
    }
    rewriter.modify(
        root,
        () -> {
          root.setAttribute("function_type", new TypeAttr(type.get()));
          spread(root, "arg_attrs", inputs);
          spread(root, "res_attrs", results);
        });
    return PatternResult.REWRITTEN;
  }

  private List<ImmutableList<Type>> each(List<Type> types) {
    return types.stream().map(type -> converter.convert(type).orElseThrow()).toList();
  }

  private static void spread(
      Operation root, String attribute, List<ImmutableList<Type>> converted) {
    Optional<ArrayAttr> dictionaries = root.attribute(attribute, ArrayAttr.class);
    if (dictionaries.isEmpty()) {
      return;
    }
    List<Attribute> all = new ArrayList<>();
    for (int i = 0; i < converted.size(); i++) {
      int parts = converted.get(i).size();
      Attribute dictionary =
          i < dictionaries.get().elements().size()
              ? dictionaries.get().elements().get(i)
              : DictionaryAttr.EMPTY;
      all.addAll(Collections.nCopies(parts, dictionary));
    }
    root.setAttribute(attribute, ArrayAttr.of(all));
  }
}
