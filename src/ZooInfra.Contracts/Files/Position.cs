namespace ZooInfra.Contracts;

/// <summary>A place in a text.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="Start">Offset of the first character, from 0, in UTF-16 units.</param>
/// <param name="Length">Length in UTF-16 units; 0 marks a point.</param>
public readonly record struct Position(int Line, int Column, int Start, int Length);
