package org.qopt.parser.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

class WriterTest {
  @TempDir Path folder;

  private static Tensor read(Path file, String name) {
    try (ArrayFile arrays = ArrayFile.open(file)) {
      SampleSource array = arrays.arrays().get(name);
      return array.read(0, (int) array.samples());
    }
  }

  private int filesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return (int) files.count();
    }
  }

  @Test
  void writesHeaderAsNumpyDoes() throws IOException {
    Path file = folder.resolve("y.npy");
    try (NpyWriter writer = NpyWriter.create(file, ElementKind.F32, Shape.of(3))) {
      writer.append(Tensor.of(Shape.of(1, 3), 1f, 2, 3));
      writer.append(Tensor.of(Shape.of(1, 3), 4f, 5, 6));
      writer.finish();
    }
    byte[] content = Files.readAllBytes(file);
    assertEquals(128 + 24, content.length);
    byte[] start = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0};
    assertArrayEquals(start, Arrays.copyOf(content, 10));
    assertEquals(
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }",
        new String(content, 10, 118, StandardCharsets.US_ASCII).strip());
    assertEquals('\n', content[127]);
    assertEquals(Tensor.of(Shape.of(2, 3), 1f, 2, 3, 4, 5, 6), read(file, ""));
  }

  @ParameterizedTest
  @EnumSource(ElementKind.class)
  void whatIsWrittenIsReadBack(ElementKind kind) {
    Tensor samples = Tensor.of(Shape.of(3, 2), 0f, 1, 0, 1, 1, 0).cast(kind);
    Path file = folder.resolve("y.npy");
    try (NpyWriter writer = NpyWriter.create(file, kind, Shape.of(2))) {
      writer.append(samples);
      writer.finish();
    }
    Tensor expected = kind == ElementKind.BF16 ? samples.cast(ElementKind.F32) : samples;
    assertEquals(expected, read(file, ""));
  }

  @Test
  void writesNoSamplesAndRankOne() {
    Path file = folder.resolve("y.npy");
    try (NpyWriter writer = NpyWriter.create(file, ElementKind.I32, Shape.of())) {
      writer.finish();
    }
    assertEquals(Shape.of(0), read(file, "").shape());
  }

  @Test
  void writesSplatInFull() {
    Path file = folder.resolve("y.npz");
    Tensor splat = Tensor.splat(Shape.of(50_000), Tensor.of(Shape.of(), 7f));
    try (NpzWriter writer = NpzWriter.create(file)) {
      writer.add("x", splat);
      writer.finish();
    }
    assertEquals(splat, read(file, "x"));
  }

  @Test
  void unfinishedLeavesNoTrace() throws IOException {
    Path file = Files.writeString(folder.resolve("y.npy"), "before");
    try (NpyWriter writer = NpyWriter.create(file, ElementKind.F32, Shape.of(2))) {
      writer.append(Tensor.of(Shape.of(1, 2), 1f, 2));
    }
    try (NpzWriter writer = NpzWriter.create(file)) {
      writer.add("a", Tensor.of(Shape.of(1), 1f));
      writer.stream("b", ElementKind.F32, Shape.of(1));
    }
    assertEquals("before", Files.readString(file));
    assertEquals(1, filesInFolder());
  }

  @Test
  void refusesSamplesOfAnotherShape() {
    try (NpyWriter writer =
        NpyWriter.create(folder.resolve("y.npy"), ElementKind.F32, Shape.of(2))) {
      Tensor other = Tensor.of(Shape.of(1, 3), 1f, 2, 3);
      assertThrows(IllegalArgumentException.class, () -> writer.append(other));
    }
  }

  @Test
  void tellsWhyItCannotWrite() {
    Path file = folder.resolve("none").resolve("y.npy");
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class, () -> NpyWriter.create(file, ElementKind.F32, Shape.of()));
    assertEquals("cannot write: no such file or directory", e.getMessage());
    e = assertThrows(InvalidInputException.class, () -> NpzWriter.create(folder));
    assertEquals("cannot write: is a directory", e.getMessage());
  }

  @Test
  void archiveTakesStreamsSideBySide() throws IOException {
    Path file = folder.resolve("y.npz");
    try (NpzWriter writer = NpzWriter.create(file)) {
      SampleSink a = writer.stream("a", ElementKind.F32, Shape.of(2));
      SampleSink b = writer.stream("b", ElementKind.I8, Shape.of());
      for (byte i = 0; i < 3; i++) {
        a.append(Tensor.of(Shape.of(1, 2), i, i + 0.5f));
        b.append(Tensor.of(Shape.of(1), i));
      }
      writer.add("c", Tensor.of(Shape.of(), 9L));
      assertThrows(
          IllegalArgumentException.class, () -> writer.add("c", Tensor.of(Shape.of(), 9L)));
      writer.finish();
    }
    assertEquals(1, filesInFolder());
    assertEquals(Tensor.of(Shape.of(3, 2), 0, 0.5f, 1, 1.5f, 2, 2.5f), read(file, "a"));
    assertEquals(Tensor.of(Shape.of(3), (byte) 0, (byte) 1, (byte) 2), read(file, "b"));
    assertEquals(Tensor.of(Shape.of(), 9L), read(file, "c"));
  }

  @Test
  void equalArraysGiveEqualArchives() throws IOException {
    for (String name : new String[] {"1.npz", "2.npz"}) {
      try (NpzWriter writer = NpzWriter.create(folder.resolve(name))) {
        writer.add("x", Tensor.of(Shape.of(2), 1f, 2));
        writer.finish();
      }
    }
    assertEquals(-1, Files.mismatch(folder.resolve("1.npz"), folder.resolve("2.npz")));
  }

  @Test
  void newFileIsReadableLikeOthers() throws IOException {
    Path plain = Files.createFile(folder.resolve("plain"));
    Path file = folder.resolve("y.npy");
    try (NpyWriter writer = NpyWriter.create(file, ElementKind.F32, Shape.of())) {
      assertFalse(Files.exists(file));
      writer.finish();
    }
    assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(file));
    assertTrue(Files.isRegularFile(file));
  }
}
