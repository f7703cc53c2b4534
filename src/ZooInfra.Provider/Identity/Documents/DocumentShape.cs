using System.Collections.Immutable;

namespace ZooInfra.Provider.Identity.Documents;

/// <summary>A type of document: something that belongs to the boundary but that no directory holds.</summary>
/// <param name="Type">The type token.</param>
/// <param name="Folder">The folder below that of the family.</param>
/// <param name="Word">The word for it in sentences.</param>
/// <param name="Fields">Its properties besides the name.</param>
internal sealed record DocumentShape(string Type, string Folder, string Word, ImmutableArray<Field> Fields);
