using System.Collections.Immutable;

namespace ZooInfra.Provider.Dns;

/// <summary>A record set as a program plans it.</summary>
/// <param name="Name">The name relative to the zone.</param>
/// <param name="Type">The type.</param>
/// <param name="Data">The data that is known and right; what is wrong fails in the check of the record set itself.</param>
/// <param name="IsComplete">Whether all of it is known.</param>
/// <param name="Path">Its property path.</param>
internal sealed record PlannedSet(string Name, RecordType Type, ImmutableArray<RecordData> Data, bool IsComplete, string Path);
