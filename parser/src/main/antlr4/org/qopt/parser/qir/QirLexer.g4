/**
 * The words of QIR, which are those of MLIR (https://mlir.llvm.org/docs/LangRef).
 *
 * Tokens are coarse, because programs are made of types and constants above all: a whole
 * `tensor<...>`, `dense<...>` or `loc(...)` is one token, up to the bracket that closes it. What
 * stands inside is read by TypeReader, ElementsReader and LocationReader, each text once.
 */
lexer grammar QirLexer;

options { superClass = CoarseLexer; }

// UNBALANCED would be a token with brackets, but does not close them.
tokens { RESULT, UNBALANCED }

// ---- MLIR's own operations, which have a form of their own

MODULE      : 'module' | 'builtin.module' ;
FUNC        : 'func.func' ;
CALL        : 'call' | 'func.call' ;
RETURN      : 'return' | 'func.return' ;
CALL_INDIRECT : 'call_indirect' | 'func.call_indirect' ;
CONSTANT    : 'constant' | 'func.constant' ;
CAST        : 'unrealized_conversion_cast' | 'builtin.unrealized_conversion_cast' ;
TO          : 'to' ;
ATTRIBUTES  : 'attributes' ;
VISIBILITY  : 'public' | 'private' | 'nested' ;

// ---- types

SCALAR_TYPE : [su]? 'i' Digit+
            | 'bf16' | 'tf32' | 'f16' | 'f32' | 'f64' | 'f80' | 'f128'
            | 'f8E' Digit+ 'M' Digit+ ('B' Digit+)? 'FN'? 'UZ'?
            | 'index' | 'none' ;
TYPE        : ( 'tensor' | 'vector' | 'memref' | 'complex' | 'tuple' ) Space* '<' { balanced(); } ;
// `!quant.uniform<i8:f32, 0.1>`, `!async.token`; `!t` alone is an alias
DIALECT_TYPE : '!' Letter IdPart* ( '<' { balanced(); } )? ;

// ---- attributes

TRUE        : 'true' ;
FALSE       : 'false' ;
UNIT        : 'unit' ;
DENSE       : 'dense' Space* '<' { balanced(); } ;
RESOURCE    : 'dense_resource' Space* '<' { balanced(); } ;
SPARSE      : 'sparse' Space* '<' { balanced(); } ;
ARRAY       : 'array' Space* '<' { balanced(); } ;
// kept as they are
TEXT_ATTR   : ( 'affine_map' | 'affine_set' | 'strided' ) Space* '<' { balanced(); }
            | 'distinct[' Digit+ ']' '<' { balanced(); } ;
// `#gpu.dim<x>`; `#map` alone is an alias
DIALECT_ATTR : '#' Letter IdPart* ( '<' { balanced(); } )? ;
LOC         : 'loc' Space* '(' { balanced(); } ;
INTEGER     : '-'? Digit+ | '-'? '0x' HexDigit+ ;
FLOAT       : '-'? Digit+ '.' Digit* ( [eE] [-+]? Digit+ )? ;
STRING      : '"' { string(); } ;

// ---- names

// becomes a RESULT where `=` follows, at once or after further names
VALUE       : '%' Suffix ( '#' Digit+ )? { result(); } ;
LABEL       : '^' Suffix ;
SYMBOL      : '@' ( Letter IdPart* | '"' { string(); } ) ;
WORD        : Letter IdPart* ;

// ---- signs

ARROW       : '->' ;
COLONS      : '::' ;
COLON       : ':' ;
COMMA       : ',' ;
EQUAL       : '=' ;
LESS        : '<' ;
GREATER     : '>' ;
LPAREN      : '(' ;
RPAREN      : ')' ;
LSQUARE     : '[' ;
RSQUARE     : ']' ;
LBRACE      : '{' ;
RBRACE      : '}' ;
TRAILER_BEGIN : '{-#' ;
TRAILER_END : '#-}' ;

SPACE       : Space+ -> skip ;
COMMENT     : '//' ~[\n]* -> skip ;

fragment Space    : [ \t\r\n] ;
fragment Digit    : [0-9] ;
fragment HexDigit : [0-9a-fA-F] ;
fragment Letter   : [a-zA-Z_] ;
fragment IdPart   : [a-zA-Z0-9_$.] ;
fragment Suffix   : Digit+ | [a-zA-Z_$.\-] [a-zA-Z0-9_$.\-]* ;
