namespace ZooInfra.Contracts;

/// <summary>The facts of a contract file and a class, put together.</summary>
/// <param name="Facts">The facts of both; where they conflict, the file's, which is the signed text.</param>
/// <param name="Conflicts">Where the two say different things.</param>
public sealed record FactMerge(TenantFacts Facts, EquatableArray<FactConflict> Conflicts);

/// <summary>A fact on which a contract file and a class disagree.</summary>
/// <param name="Path">Which fact: a name of <see cref="FactPath"/>, with the file's index where it has one.</param>
/// <param name="ClassPath">The same fact with the class's index.</param>
/// <param name="InFile">What the file says.</param>
/// <param name="OnClass">What the class says.</param>
public sealed record FactConflict(string Path, string ClassPath, string InFile, string OnClass);
