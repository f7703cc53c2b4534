using System.Collections.Immutable;
using Pulumirpc;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Planning;

/// <summary>Every URN under which a resource may be known: what it declares, and what follows from the old names of its parent (protocol facts, section 4.5).</summary>
internal static class AliasExpansion
{
    /// <exception cref="RunException">An alias is not a URN.</exception>
    public static ImmutableArray<ResourceUrn> Expand(Goal goal, RegisterResourceRequest request, Registrations registrations)
    {
        var oldParent = goal.Parent is { } parent ? registrations.Find(parent.Text)?.Alias : null;
        if (request.Aliases.Count == 0 && request.AliasURNs.Count == 0 && oldParent is null)
        {
            return [];
        }

        var declared = request.Aliases.Select(alias => Declared(alias, goal, registrations))
            .Concat(request.AliasURNs.Select(urn => Parsed(urn, goal)))
            .ToList();
        IEnumerable<ResourceUrn> all = declared;
        if (oldParent is { } old)
        {
            all = all
                .Append(Under(old, goal.Urn.Type, Renamed(goal.Urn.Name, goal.Parent!.Value, old)))
                .Concat(declared.Select(alias => Under(old, alias.Type, Renamed(alias.Name, goal.Parent!.Value, old))));
        }

        return [.. all.Where(urn => urn != goal.Urn).Distinct()];

        ResourceUrn Under(ResourceUrn above, string type, string name) => ResourceUrn.Create(goal.Urn.Stack, goal.Urn.Project, above, type, name);
    }

    private static ResourceUrn Declared(Alias alias, Goal goal, Registrations registrations)
    {
        if (alias.AliasCase != Alias.AliasOneofCase.Spec)
        {
            return Parsed(alias.Urn, goal);
        }

        var spec = alias.Spec;
        var parent = spec.ParentCase switch
        {
            Alias.Types.Spec.ParentOneofCase.ParentUrn => registrations.Find(spec.ParentUrn)?.Alias ?? Parsed(spec.ParentUrn, goal),
            Alias.Types.Spec.ParentOneofCase.NoParent when spec.NoParent => (ResourceUrn?)null,
            _ => goal.Parent,
        };
        return ResourceUrn.Create(
            spec.Stack.Length > 0 ? spec.Stack : goal.Urn.Stack,
            spec.Project.Length > 0 ? spec.Project : goal.Urn.Project,
            parent,
            spec.Type.Length > 0 ? spec.Type : goal.Urn.Type,
            spec.Name.Length > 0 ? spec.Name : goal.Urn.Name);
    }

    private static ResourceUrn Parsed(string urn, Goal goal)
        => ResourceUrn.Parse(urn) ?? throw new RunException($"{goal.Urn} has the alias '{urn}', which is not a URN.");

    /// <summary>Children are often named after their parent, and were renamed with it.</summary>
    private static string Renamed(string name, ResourceUrn parent, ResourceUrn oldParent)
        => name.StartsWith(parent.Name, StringComparison.Ordinal) ? oldParent.Name + name[parent.Name.Length..] : name;
}
