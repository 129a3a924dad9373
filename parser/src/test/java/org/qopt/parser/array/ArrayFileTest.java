package org.qopt.parser.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

class ArrayFileTest {
  @TempDir Path folder;

  private ArrayFile open(byte[] content) {
    return ArrayFile.open(NpyBytes.file(folder, content), "x.npy");
  }

  private Tensor only(byte[] content) {
    try (ArrayFile file = open(content)) {
      SampleSource array = file.arrays().get("");
      return array.read(0, (int) array.samples());
    }
  }

  private static String message(InvalidInputException e) {
    assertEquals(FileLocation.whole("x.npy"), e.diagnostics().getFirst().location());
    return e.getMessage();
  }

  private String fault(byte[] content) {
    return message(assertThrows(InvalidInputException.class, () -> open(content)));
  }

  @ParameterizedTest
  @CsvSource({
    "|b1, 0105, BOOL, 1, 1",
    "|i1, ff7f, I8, -1, 127",
    "|u1, ff7f, U8, 255, 127",
    "<i2, feff0300, I16, -2, 3",
    ">i2, fffe0003, I16, -2, 3",
    "<u2, feff0300, U16, 65534, 3",
    ">u2, fffe0003, U16, 65534, 3",
    "<i4, feffffff03000000, I32, -2, 3",
    ">i4, fffffffe00000003, I32, -2, 3",
    "<u4, feffffff03000000, U32, 4294967294, 3",
    ">u4, fffffffe00000003, U32, 4294967294, 3",
    "<i8, feffffffffffffff0300000000000000, I64, -2, 3",
    ">i8, fffffffffffffffe0000000000000003, I64, -2, 3",
    "<u8, 0000000000000080 0300000000000000, U64, 9223372036854775808, 3",
    ">u8, 8000000000000000 0000000000000003, U64, 9223372036854775808, 3",
    "<f2, 003e00c0, F16, 1.5, -2",
    ">f2, 3e00c000, F16, 1.5, -2",
    "<f4, 0000c03f000000c0, F32, 1.5, -2",
    ">f4, 3fc00000c0000000, F32, 1.5, -2",
    "<f8, 000000000000f83f00000000000000c0, F64, 1.5, -2",
    ">f8, 3ff8000000000000c000000000000000, F64, 1.5, -2"
  })
  void readsEveryElementType(
      String descr, String hex, ElementKind kind, double first, double second) {
    Tensor array =
        only(NpyBytes.array(descr, "(2,)", HexFormat.of().parseHex(hex.replace(" ", ""))));
    assertEquals(kind, array.kind());
    assertEquals(Shape.of(2), array.shape());
    assertEquals(first, array.real(0));
    assertEquals(second, array.real(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void readsEveryVersion(int version) {
    byte[] content =
        NpyBytes.withHeader(version, NpyBytes.header("<f4", "False", "(2, 3)"), NpyBytes.floats(6));
    assertEquals(Tensor.of(Shape.of(2, 3), 0f, 1, 2, 3, 4, 5), only(content));
  }

  @Test
  void readsHeaderInAnyOrderAndSpacing() {
    String header = "{\"shape\":(2L,3L),'fortran_order':False,'descr':'<f4'}";
    byte[] content = NpyBytes.withHeader(1, header, NpyBytes.floats(6));
    assertEquals(Shape.of(2, 3), only(content).shape());
  }

  @Test
  void putsFortranOrderInRowMajorOrder() {
    byte[] content =
        NpyBytes.withHeader(1, NpyBytes.header("<f4", "True", "(2, 3, 2)"), NpyBytes.floats(12));
    try (ArrayFile file = open(content)) {
      SampleSource array = file.arrays().get("");
      assertArrayEquals(
          new float[] {0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11}, array.read(0, 2).floats());
      assertArrayEquals(new float[] {1, 7, 3, 9, 5, 11}, array.read(1, 1).floats());
    }
  }

  @Test
  void readsSamplesInAnyOrder() {
    try (ArrayFile file = open(NpyBytes.array("<f4", "(4, 2)", NpyBytes.floats(8)))) {
      assertFalse(file.isNamed());
      SampleSource array = file.arrays().get("");
      assertEquals(4, array.samples());
      assertEquals(Shape.of(2), array.sampleShape());
      assertEquals(Tensor.of(Shape.of(2, 2), 4f, 5, 6, 7), array.read(2, 2));
      assertEquals(Tensor.of(Shape.of(1, 2), 0f, 1), array.read(0, 1));
      assertEquals(Shape.of(0, 2), array.read(4, 0).shape());
      assertThrows(IndexOutOfBoundsException.class, () -> array.read(3, 2));
    }
  }

  @Test
  void takesScalarForOneSample() {
    try (ArrayFile file = open(NpyBytes.array("<f4", "()", NpyBytes.floats(1)))) {
      assertEquals(1, file.arrays().get("").samples());
      assertEquals(Shape.of(), file.arrays().get("").read(0, 1).shape());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsArchives(boolean stored) throws IOException {
    byte[] archive =
        NpyBytes.archive(
            stored,
            ImmutableMap.of(
                "b/x.npy", NpyBytes.array("<f4", "(4, 2)", NpyBytes.floats(8)),
                "readme.txt", new byte[3],
                "a.npy", NpyBytes.array("|i1", "(3,)", new byte[] {1, 2, 3})));
    try (ArrayFile file = open(archive)) {
      assertTrue(file.isNamed());
      assertEquals(java.util.List.of("b/x", "a"), file.arrays().keySet().asList());
      SampleSource array = file.arrays().get("b/x");
      assertEquals(Tensor.of(Shape.of(1, 2), 6f, 7), array.read(3, 1));
      assertEquals(Tensor.of(Shape.of(2, 2), 2f, 3, 4, 5), array.read(1, 2));
      assertEquals(
          Tensor.of(Shape.of(3), (byte) 1, (byte) 2, (byte) 3), file.arrays().get("a").read(0, 3));
    }
  }

  @Test
  void detectsDamageInArchive() throws IOException {
    byte[] content = NpyBytes.array("|i1", "(3,)", new byte[] {77, 78, 79});
    byte[] archive = NpyBytes.archive(true, ImmutableMap.of("a.npy", content));
    for (int i = 0; i + 2 < archive.length; i++) {
      if (archive[i] == 77 && archive[i + 1] == 78 && archive[i + 2] == 79) {
        archive[i] = 0;
      }
    }
    try (ArrayFile file = open(archive)) {
      InvalidInputException e =
          assertThrows(InvalidInputException.class, () -> file.arrays().get("a").read(0, 3));
      assertEquals("array \"a\": cannot read: the checksum does not match the data", message(e));
    }
  }

  @Test
  void refusesTruncatedData() {
    assertEquals(
        "truncated: expected 24 bytes of data for shape 2x3 of f32, found 23",
        fault(NpyBytes.array("<f4", "(2, 3)", new byte[23])));
  }

  @Test
  void refusesSurplusData() {
    assertEquals(
        "expected 24 bytes of data for shape 2x3 of f32, found 25",
        fault(NpyBytes.array("<f4", "(2, 3)", new byte[25])));
  }

  @Test
  void refusesEveryTruncation() {
    byte[] whole = NpyBytes.array("<f4", "(2, 3)", NpyBytes.floats(6));
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThrows(InvalidInputException.class, () -> open(part), "length " + length);
    }
  }

  @Test
  void refusesEveryTruncationOfAnArchive() throws IOException {
    byte[] array = NpyBytes.array("<f4", "(2, 3)", NpyBytes.floats(6));
    byte[] whole = NpyBytes.archive(false, ImmutableMap.of("a.npy", array));
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThrows(InvalidInputException.class, () -> open(part), "length " + length);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(9223372036854775807, 2) | shape 9223372036854775807x2 has too many elements",
        "(99999999999999999999,) | dimension 99999999999999999999 is too large",
        "(4611686018427387904,) | shape 4611686018427387904 has too many elements",
        "(-1,) | malformed header: expected a dimension at character 52, found '-1,), }?'",
        "(2 | malformed header: expected a dimension at character 55, found '}?'",
        "2 | malformed header: expected a string, a truth value or a tuple at character 51, found"
            + " '2, }?'"
      })
  void refusesHostileShapes(String shape, String message) {
    assertEquals(message, fault(NpyBytes.array("<f4", shape, new byte[8])));
  }

  @Test
  void refusesTooManyDimensions() {
    assertEquals(
        "the shape has more than 64 dimensions",
        fault(NpyBytes.array("|i1", "(" + "1,".repeat(65) + ")", new byte[1])));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<c8", "|O", "<U5", "<V2", "=f4", "|f4", "f4", "", "<f16", "<M8[ns]"})
  void refusesOtherElementTypes(String descr) {
    assertEquals(
        "expected elements of bool, int8 to int64, uint8 to uint64 or float16 to float64, found"
            + " type '"
            + descr
            + "'",
        fault(NpyBytes.array(descr, "(1,)", new byte[16])));
  }

  @Test
  void refusesStructuredArrays() {
    String header = "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }";
    assertEquals(
        "structured arrays are not supported", fault(NpyBytes.withHeader(1, header, new byte[4])));
  }

  @Test
  void refusesMissingAndRepeatedKeys() {
    assertEquals(
        "expected a header with descr, fortran_order and shape, found descr, shape",
        fault(NpyBytes.withHeader(1, "{'descr': '<f4', 'shape': (1,)}", new byte[4])));
    assertEquals(
        "the header names 'shape' twice",
        fault(NpyBytes.withHeader(1, "{'shape': (1,), 'shape': (1,)}", new byte[4])));
  }

  @Test
  void refusesUnknownVersionAndEndlessHeader() {
    byte[] content = NpyBytes.array("<f4", "(1,)", new byte[4]);
    content[6] = 4;
    assertEquals("expected version 1, 2 or 3 of the format, found 4", fault(content));
    byte[] long2 = NpyBytes.withHeader(2, NpyBytes.header("<f4", "False", "(1,)"), new byte[4]);
    Arrays.fill(long2, 8, 12, (byte) 0xFF);
    assertEquals("the header claims to be 4294967295 bytes long", fault(long2));
  }

  @Test
  void refusesOtherFiles() {
    assertEquals(
        "expected an array (.npy) or an archive of arrays (.npz)",
        fault("1,2,3\n".getBytes(StandardCharsets.UTF_8)));
    assertEquals("expected an array (.npy) or an archive of arrays (.npz)", fault(new byte[0]));
  }

  @Test
  void tellsWhatCannotBeRead() throws IOException {
    Path missing = folder.resolve("none.npy");
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> ArrayFile.open(missing, "x.npy"));
    assertEquals("cannot read: no such file or directory", message(e));
    Path directory = Files.createDirectory(folder.resolve("d"));
    e = assertThrows(InvalidInputException.class, () -> ArrayFile.open(directory, "x.npy"));
    assertEquals("cannot read: is a directory", message(e));
  }

  @Test
  void refusesMoreThanAJavaArrayHolds() throws IOException {
    // A sparse file: 3 GiB that take no room on the disk.
    Path path = folder.resolve("x.npy");
    byte[] header = NpyBytes.array("|i1", "(2, 3221225472)", new byte[0]);
    try (java.nio.channels.FileChannel channel =
        java.nio.channels.FileChannel.open(
            path,
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.WRITE,
            java.nio.file.StandardOpenOption.SPARSE)) {
      channel.write(java.nio.ByteBuffer.wrap(header));
      channel.write(java.nio.ByteBuffer.allocate(1), header.length + 2 * 3221225472L - 1);
    }
    try (ArrayFile file = ArrayFile.open(path, "x.npy")) {
      InvalidInputException e =
          assertThrows(InvalidInputException.class, () -> file.arrays().get("").read(0, 1));
      assertEquals(
          "expected at most 2 GiB to be read at once, found 3221225472 bytes in 1 samples",
          message(e));
    }
  }
}
