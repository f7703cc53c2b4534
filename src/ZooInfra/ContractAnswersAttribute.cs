using System.ComponentModel;
using ZooInfra.Contracts;

namespace ZooInfra;

/// <summary>
/// What the contract of a client's class answers over HTTP. The source generator writes it: a program keeps the text of an attribute as the UTF-8 that is sent
/// (ECMA-335 II.23.3), and the compiler, which takes a UTF-8 literal byte by byte, takes it whole.
/// </summary>
/// <param name="packed">The answers, as <see cref="PackedAnswers"/> writes them.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ContractAnswersAttribute(string packed) : Attribute
{
    /// <summary>The answers, as <see cref="PackedAnswers"/> writes them.</summary>
    public string Packed { get; } = packed;
}
