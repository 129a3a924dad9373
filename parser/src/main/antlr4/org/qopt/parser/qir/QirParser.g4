/**
 * The grammar of QIR: MLIR's generic form, MLIR's own form of modules and functions, and for every
 * other operation of a known dialect one uniform form:
 *
 *     %y = nn.conv2d %x, %w {strides = array<i64: 1, 1>} : tensor<1x8x8x4xf32>
 *
 * Each rule is decided by its next token. For that the lexer tells the names of results, before `=`,
 * from those of operands. No tree is built: the actions, which are in QirActions, make the operations
 * at once.
 */
parser grammar QirParser;

options { tokenVocab = QirLexer; superClass = QirActions; }

@header {
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import org.qopt.ir.attribute.*;
import org.qopt.ir.print.Trailer;
import org.qopt.ir.type.*;
}

program
    : ( aliasDefinition | operation )* EOF
    ;

aliasDefinition
@init { beginAlias(); }
    : n=DIALECT_TYPE '=' t=type { defineAlias($n, $t.value); }
    | n=DIALECT_ATTR '=' a=attribute { defineAlias($n, $a.value); }
    ;

// ---- operations

operation
locals [ PendingOperation op ]
@init { $op = beginOperation(); }
    : ( resultName[$op] ( ',' resultName[$op] )* '=' )?
      ( genericOperation[$op]
      | moduleOperation[$op]
      | functionOperation[$op]
      | callOperation[$op]
      | returnOperation[$op]
      | indirectCallOperation[$op]
      | constantOperation[$op]
      | castOperation[$op]
      | uniformOperation[$op]
      )
      ( l=LOC { $op.setLocation($l); } )?
      { finish($op); }
    ;
    catch [ RuntimeException failure ] { recoverOperation(failure, $op); }

resultName [ PendingOperation op ]
    : n=RESULT { $op.addResultName($n); } ( ':' c=INTEGER { setResultCount($op, $c); } )?
    ;

genericOperation [ PendingOperation op ]
    : n=STRING { nameGeneric($op, $n); }
      '(' operands[$op]? ')'
      successors[$op]?
      ( '<' p=attribute '>' { setProperties($op, $p.start, $p.value); } )?
      regions[$op]?
      ( a=dictionary { $op.setAttributes($a.value); } )?
      ':' signature[$op]
    ;

uniformOperation [ PendingOperation op ]
    : n=WORD { nameUniform($op, $n); }
      operands[$op]?
      successors[$op]?
      regions[$op]?
      ( a=dictionary { $op.setAttributes($a.value); } )?
      ( ':' t=type { $op.addResultType($t.value); } ( ',' u=type { $op.addResultType($u.value); } )* )?
    ;

moduleOperation [ PendingOperation op ]
    : n=MODULE { nameModule($op, $n); }
      ( s=SYMBOL { setSymbolName($op, $s); } )?
      ( ATTRIBUTES a=dictionary { $op.setAttributes($a.value); } )?
      region[$op]
      { endModule($op); }
    ;

functionOperation [ PendingOperation op ]
locals [ PendingFunction function ]
    : n=FUNC { $function = nameFunction($op, $n); }
      ( v=VISIBILITY { setVisibility($op, $v); } )?
      s=SYMBOL { setSymbolName($op, $s); }
      '(' ( functionArgument[$function] ( ',' functionArgument[$function] )* )? ')'
      ( '->' functionResults[$function] )?
      ( ATTRIBUTES a=dictionary { setFunctionAttributes($op, $a.start, $a.value); } )?
      { endSignature($op, $function); }
      ( b=region[$op] { endBody($op, $b.start); } )?
      { endFunction($op); }
    ;

functionArgument [ PendingFunction function ]
@init { DictionaryAttr attributes = DictionaryAttr.EMPTY; Token location = null; }
    : n=VALUE ':' t=type
      ( a=dictionary { attributes = $a.value; } )?
      ( l=LOC { location = $l; } )?
      { addArgument($function, $n, $t.value, attributes, location); }
    | t=type
      ( a=dictionary { attributes = $a.value; } )?
      ( l=LOC { location = $l; } )?
      { addInput($function, $t.start, $t.value, attributes); }
    ;

functionResults [ PendingFunction function ]
    : t=simpleType { $function.addResult($t.value, DictionaryAttr.EMPTY); }
    | '(' ( functionResult[$function] ( ',' functionResult[$function] )* )? ')'
    ;

functionResult [ PendingFunction function ]
@init { DictionaryAttr attributes = DictionaryAttr.EMPTY; }
    : t=type ( a=dictionary { attributes = $a.value; } )?
      { $function.addResult($t.value, attributes); }
    ;

callOperation [ PendingOperation op ]
    : n=CALL { nameCall($op, $n); }
      s=symbolReference { $op.setCallee($s.value); }
      '(' operands[$op]? ')'
      ( a=dictionary { $op.setAttributes($a.value); } )?
      ':' signature[$op]
    ;

returnOperation [ PendingOperation op ]
    : n=RETURN { nameReturn($op, $n); }
      ( a=dictionary { $op.setAttributes($a.value); } )?
      ( operands[$op] ':' t=operandTypes[$op] { endOperandTypes($op, $t.start); } )?
    ;

indirectCallOperation [ PendingOperation op ]
    : n=CALL_INDIRECT { nameIndirectCall($op, $n); }
      v=VALUE { $op.addOperand($v); }
      '(' operands[$op]? ')'
      ( a=dictionary { $op.setAttributes($a.value); } )?
      ':' t=functionType { setIndirectTypes($op, $t.start, $t.value); }
    ;

constantOperation [ PendingOperation op ]
    : n=CONSTANT { nameConstant($op, $n); }
      ( a=dictionary { $op.setAttributes($a.value); } )?
      s=symbolReference { $op.setSignature("value", $s.value); }
      ':' t=functionType { $op.addResultType($t.value); }
    ;

castOperation [ PendingOperation op ]
    : n=CAST { nameCast($op, $n); }
      ( operands[$op] ':' i=operandTypes[$op] { endOperandTypes($op, $i.start); } )?
      TO r=type { $op.addResultType($r.value); } ( ',' r=type { $op.addResultType($r.value); } )*
      ( a=dictionary { $op.setAttributes($a.value); } )?
    ;

operands [ PendingOperation op ]
    : v=VALUE { $op.addOperand($v); } ( ',' v=VALUE { $op.addOperand($v); } )*
    ;

// a function type, read without making one
signature [ PendingOperation op ]
    : { enterNesting(); }
      '(' operandTypes[$op]? ')' { endOperandTypes($op, $start); }
      '->'
      ( s=simpleType { $op.addResultType($s.value); }
      | '(' ( t=type { $op.addResultType($t.value); } ( ',' t=type { $op.addResultType($t.value); } )* )? ')'
      )
      { leaveNesting(); }
    ;

operandTypes [ PendingOperation op ]
    : t=type { $op.addOperandType($t.value); } ( ',' t=type { $op.addOperandType($t.value); } )*
    ;

successors [ PendingOperation op ]
    : '[' l=LABEL { addSuccessor($op, $l); } ( ',' l=LABEL { addSuccessor($op, $l); } )* ']'
    ;

// ---- regions

regions [ PendingOperation op ]
    : '(' ( region[$op] ( ',' region[$op] )* )? ')'
    ;

region [ PendingOperation op ]
    : '{' { beginRegion($op); }
      ( { beginEntryBlock(); } operation+ )?
      block*
      '}' { endRegion($op); }
    ;

block
    : l=LABEL { beginBlock($l); }
      ( '(' blockArgument ( ',' blockArgument )* ')' )?
      ':'
      operation*
    ;

blockArgument
@init { Token location = null; }
    : n=VALUE ':' t=type ( l=LOC { location = $l; } )?
      { addBlockArgument($n, $t.value, location); }
    ;

// ---- types

type returns [ Type value ]
    : t=( SCALAR_TYPE | TYPE | DIALECT_TYPE ) { $value = readType($t); }
    | f=functionType { $value = $f.value; }
    ;

simpleType returns [ Type value ]
    : t=( SCALAR_TYPE | TYPE | DIALECT_TYPE ) { $value = readType($t); }
    ;

functionType returns [ FunctionType value ]
locals [ List<Type> inputs = List.of(), List<Type> results = List.of() ]
    : { enterNesting(); }
      '(' ( i=typeList { $inputs = $i.value; } )? ')'
      '->'
      ( r=simpleType { $results = List.of($r.value); }
      | '(' ( l=typeList { $results = $l.value; } )? ')'
      )
      { $value = FunctionType.of($inputs, $results); leaveNesting(); }
    ;

typeList returns [ List<Type> value = new ArrayList<>() ]
    : t=type { $value.add($t.value); } ( ',' t=type { $value.add($t.value); } )*
    ;

// ---- attributes

dictionary returns [ DictionaryAttr value ]
locals [ PendingDictionary entries ]
    : { enterNesting(); $entries = beginDictionary(); }
      '{' ( entry[$entries] ( ',' entry[$entries] )* )? '}'
      { $value = endDictionary($entries); leaveNesting(); }
    ;

entry [ PendingDictionary entries ]
@init { Attribute value = UnitAttr.UNIT; }
    : k=key ( '=' a=attribute { value = $a.value; } )?
      { $entries.add($k.start, $k.value, value); }
    ;

key returns [ String value ]
    : s=STRING { $value = readString($s); }
    // a word that means something else elsewhere is a name here
    | w=( WORD | SCALAR_TYPE | MODULE | FUNC | CALL | RETURN | CALL_INDIRECT | CONSTANT | CAST | TO
        | ATTRIBUTES | VISIBILITY | TRUE | FALSE | UNIT ) { $value = readWord($w); }
    ;

attribute returns [ Attribute value ]
@init { Type type; }
    : n=INTEGER { type = IntegerType.I64; } ( ':' t=type { type = $t.value; } )?
      { $value = readInteger($n, type); }
    | n=FLOAT { type = FloatType.F64; } ( ':' t=type { type = $t.value; } )?
      { $value = readFloat($n, type); }
    | n=STRING ( ':' t=type { $value = readStringAttribute($n, $t.value); }
               | { $value = readStringAttribute($n); } )
    | n=DIALECT_ATTR ( ':' t=type { $value = readDialectAttribute($n, $t.value); }
                     | { $value = readDialectAttribute($n); } )
    | n=DENSE ':' t=type { $value = readElements($n, $t.start, $t.value); }
    | n=RESOURCE ':' t=type { $value = readResource($n, $t.value); }
    | n=SPARSE ':' t=type { $value = readSparse($n, $t.value); }
    | n=ARRAY { $value = readArray($n); }
    | n=TEXT_ATTR { $value = readText($n); }
    | n=LOC { $value = readLocationAttribute($n); }
    | TRUE { $value = IntegerAttr.TRUE; }
    | FALSE { $value = IntegerAttr.FALSE; }
    | UNIT { $value = UnitAttr.UNIT; }
    | l=list { $value = $l.value; }
    | d=dictionary { $value = $d.value; }
    | s=symbolReference { $value = $s.value; }
    | t=type { $value = new TypeAttr($t.value); }
    ;

list returns [ ArrayAttr value ]
locals [ List<Attribute> elements = new ArrayList<>() ]
    : { enterNesting(); }
      '[' ( a=attribute { $elements.add($a.value); } ( ',' a=attribute { $elements.add($a.value); } )* )? ']'
      { $value = ArrayAttr.of($elements); leaveNesting(); }
    ;

symbolReference returns [ SymbolRefAttr value ]
locals [ List<String> path = new ArrayList<>() ]
    : s=SYMBOL { $path.add(readSymbol($s)); } ( '::' s=SYMBOL { $path.add(readSymbol($s)); } )*
      { $value = new SymbolRefAttr(ImmutableList.copyOf($path)); }
    ;

// ---- resources after the program; read before it, because constants refer to them

trailer returns [ Trailer value = Trailer.EMPTY ]
locals [ TrailerBuilder builder = new TrailerBuilder() ]
    : '{-#' ( trailerSection[$builder] ( ',' trailerSection[$builder] )* )? '#-}' EOF
      { $value = $builder.build(); }
    ;

trailerSection [ TrailerBuilder builder ]
    : k=key ':' { $builder.section($k.value); }
      '{' ( trailerGroup[$builder] ( ',' trailerGroup[$builder] )* )? '}'
    ;

trailerGroup [ TrailerBuilder builder ]
    : k=key ':' { $builder.group($k.value); }
      '{' ( trailerEntry[$builder] ( ',' trailerEntry[$builder] )* )? '}'
    ;

trailerEntry [ TrailerBuilder builder ]
    : k=key ':' v=( STRING | TRUE | FALSE ) { $builder.entry($k.value, $v); }
    ;
