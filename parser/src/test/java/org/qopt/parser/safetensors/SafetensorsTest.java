package org.qopt.parser.safetensors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

class SafetensorsTest {
  @TempDir Path folder;

  private static byte[] content(String header, int dataBytes) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(8 + text.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(text.length).put(text);
    for (int i = 0; i < dataBytes; i++) {
      file.put((byte) i);
    }
    return file.array();
  }

  private SafetensorsFile open(byte[] content) throws IOException {
    return SafetensorsFile.open(Files.write(folder.resolve("w"), content), "w.safetensors");
  }

  private String fault(byte[] content) {
    InvalidInputException e = assertThrows(InvalidInputException.class, () -> open(content));
    assertEquals(FileLocation.whole("w.safetensors"), e.diagnostics().getFirst().location());
    return e.getMessage();
  }

  @Test
  void readsTensorsAndMetadata() throws IOException {
    String header =
        """
        {"__metadata__":{"format":"pt"},
         "b":{"dtype":"U8","shape":[2],"data_offsets":[4,6]},
         "a":{"dtype":"I16","shape":[1,2],"data_offsets":[0,4]}}""";
    SafetensorsFile file = open(content(header, 6));
    assertEquals(ImmutableSet.of("b", "a"), file.names());
    assertEquals(ImmutableMap.of("format", "pt"), file.metadata());
    Tensor a = file.tensor("a").orElseThrow();
    assertEquals(Shape.of(1, 2), a.shape());
    assertEquals(0x0302, a.integer(1));
    assertEquals(5, file.tensor("b").orElseThrow().integer(1));
    assertTrue(file.tensor("c").isEmpty());
  }

  @ParameterizedTest
  @EnumSource(ElementKind.class)
  void whatIsWrittenIsReadBack(ElementKind kind) {
    Tensor tensor = Tensor.of(Shape.of(2, 2), 0f, 1, 1, 0).cast(kind);
    Path path = folder.resolve("w");
    SafetensorsWriter.write(path, Map.of("x", tensor));
    assertEquals(tensor, SafetensorsFile.open(path).tensor("x").orElseThrow());
  }

  @Test
  void writesWideElementsFirstAndNamesInOrder() throws IOException {
    Tensor bytes = Tensor.of(Shape.of(3), (byte) 1, (byte) 2, (byte) 3);
    Tensor splat = Tensor.splat(Shape.of(20_000), Tensor.of(Shape.of(), 7f));
    Map<String, Tensor> tensors =
        ImmutableMap.of("n\"1", bytes, "z", splat, "d", bytes, "a", Tensor.of(Shape.of(), 9L));
    Path path = folder.resolve("w");
    SafetensorsWriter.write(path, tensors);
    byte[] content = Files.readAllBytes(path);
    assertEquals(0, ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8);
    SafetensorsFile file = SafetensorsFile.open(path);
    assertEquals(java.util.List.of("a", "z", "d", "n\"1"), file.names().asList());
    for (Map.Entry<String, Tensor> each : tensors.entrySet()) {
      assertEquals(each.getValue(), file.tensor(each.getKey()).orElseThrow());
    }
  }

  @Test
  void refusesReservedName() {
    Map<String, Tensor> tensors = Map.of("__metadata__", Tensor.of(Shape.of(), 9L));
    assertThrows(
        IllegalArgumentException.class,
        () -> SafetensorsWriter.write(java.io.OutputStream.nullOutputStream(), tensors));
  }

  @Test
  void refusesEveryTruncation() throws IOException {
    byte[] whole = content("{\"a\":{\"dtype\":\"U8\",\"shape\":[6],\"data_offsets\":[0,6]}}", 6);
    assertEquals(6, open(whole).tensor("a").orElseThrow().size());
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThrows(InvalidInputException.class, () -> open(part), "length " + length);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[] | malformed header: Expected BEGIN_OBJECT but was BEGIN_ARRAY at line 1 column 2 path $",
        "{'a':1} | malformed header: Expected BEGIN_OBJECT but was NUMBER at line 1 column 7 path $.a",
        "{} {} | malformed header: not JSON at line 1 column 5 path $",
        "{'a':{'dtype':'F4','shape':[],'data_offsets':[0,1]}} | tensor \"a\": expected one of BOOL,"
            + " I8, U8, I16, U16, I32, U32, I64, U64, F16, BF16, F32, F64, found dtype \"F4\"",
        "{'a':{'dtype':'U8','shape':[1]}} | tensor \"a\": expected dtype, shape and two"
            + " data_offsets",
        "{'a':{'dtype':'U8','shape':[1],'data_offsets':[0,1,2]}} | tensor \"a\": expected dtype,"
            + " shape and two data_offsets",
        "{'a':{'dtype':'U8','x':[1]}} | tensor \"a\": unknown field \"x\"",
        "{'a':{'dtype':'U8','shape':[-1],'data_offsets':[0,1]}} | tensor \"a\": expected at most 64"
            + " numbers, none of them negative",
        "{'a':{'dtype':'U8','shape':[5],'data_offsets':[0,6]}} | tensor \"a\": expected 5 bytes for"
            + " its type and shape, found 6",
        "{'a':{'dtype':'I64','shape':[4611686018427387904],'data_offsets':[0,6]}} | tensor \"a\":"
            + " shape 4611686018427387904 has too many elements",
        "{'a':{'dtype':'U8','shape':[7],'data_offsets':[0,7]}} | truncated: expected 7 bytes of"
            + " data, found 6",
        "{'a':{'dtype':'U8','shape':[5],'data_offsets':[0,5]}} | expected 5 bytes of data, found 6",
        "{'a':{'dtype':'U8','shape':[4],'data_offsets':[0,4]},'b':{'dtype':'U8','shape':[3],"
            + "'data_offsets':[3,6]}} | tensor \"b\": expected its data at byte 4, where the one"
            + " before it ends, found 3",
        "{'a':{'dtype':'U8','shape':[2],'data_offsets':[0,2]},'b':{'dtype':'U8','shape':[3],"
            + "'data_offsets':[3,6]}} | tensor \"b\": expected its data at byte 2, where the one"
            + " before it ends, found 3",
        "{'a':{'dtype':'U8','shape':[6],'data_offsets':[0,6]},'a':{'dtype':'U8','shape':[6],"
            + "'data_offsets':[0,6]}} | two tensors named \"a\""
      })
  void refusesMalformedHeaders(String header, String message) {
    assertEquals(message, fault(content(header.replace('\'', '"'), 6)));
  }

  @Test
  void refusesEndlessHeader() {
    byte[] content = content("{}", 0);
    Arrays.fill(content, 0, 8, (byte) 0xFF);
    assertEquals(
        "expected a header of at most 100000000 bytes, found one of 18446744073709551615",
        fault(content));
    byte[] nested = content("{\"a\":" + "[".repeat(100_000), 0);
    assertTrue(fault(nested).startsWith("malformed header: "));
  }

  @Test
  void tellsWhatCannotBeRead() {
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class, () -> SafetensorsFile.open(folder.resolve("none")));
    assertEquals("cannot read: no such file or directory", e.getMessage());
  }

  @Test
  void hashIsSha256() throws IOException {
    Path file = Files.writeString(folder.resolve("abc"), "abc");
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ContentHash.of(file));
  }
}
