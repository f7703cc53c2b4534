namespace ZooInfra.Contracts.Identity;

/// <summary>Who is in a group.</summary>
/// <param name="Name">The group.</param>
/// <param name="Users">The names of its accounts, those of nested groups too.</param>
public sealed record GroupMembers(string Name, EquatableArray<string> Users);
