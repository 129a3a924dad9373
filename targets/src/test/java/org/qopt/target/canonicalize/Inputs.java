package org.qopt.target.canonicalize;

import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/** What a program is run over. */
enum Inputs {
  /** All numbers that the type has, one after the other, as far as there are elements. */
  IN_A_ROW,
  /** Any of them. */
  AT_RANDOM;

  List<Tensor> of(FuncOp function, Random random) {
    return function.arguments().stream().map(a -> tensor((TensorType) a.type(), random)).toList();
  }

  private Tensor tensor(TensorType type, Random random) {
    long least = least(type.elementType());
    int count = (int) (most(type.elementType()) - least + 1);
    int start = random.nextInt(count);
    IntToLongFunction number =
        this == IN_A_ROW ? i -> least + (start + i) % count : i -> least + random.nextInt(count);
    long[] numbers = new long[(int) type.shape().elements()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number.applyAsLong(i);
    }
    return Tensor.of(type.shape(), numbers)
        .cast(count <= 1 << Byte.SIZE ? ElementKind.I8 : ElementKind.I16);
  }

  private static long least(Type element) {
    return element instanceof BlockType block
        ? block.min()
        : ((QuantizedType) element).storage().min();
  }

  private static long most(Type element) {
    return element instanceof BlockType block
        ? block.max()
        : ((QuantizedType) element).storage().max();
  }
}
