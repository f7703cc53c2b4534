using System.Collections.Concurrent;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Planning;

/// <summary>What the program has registered in this run, and which old resource each is.</summary>
internal sealed class Registrations(BaseResources last)
{
    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Registered> _registered = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ResourceUrn> _claimed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _replaced = new(StringComparer.Ordinal);

    public Registered? Stack { get; private set; }

    public Registered? Find(string urn) => _registered.GetValueOrDefault(urn);

    /// <summary>The URNs the program has asked for so far.</summary>
    public IEnumerable<string> Urns => _seen.Keys;

    public void Add(Registered registered)
    {
        _registered[registered.Goal.Urn.Text] = registered;
        if (registered.Goal.IsStack)
        {
            Stack = registered;
        }
    }

    /// <summary>Lets a goal in when everything it refers to is registered and nothing else has its URN.</summary>
    /// <exception cref="RunException">It refers to something that is not registered, or its URN is taken.</exception>
    public void Admit(Goal goal)
    {
        if (goal.Parent is { } parent && !_registered.ContainsKey(parent.Text))
        {
            throw new RunException($"Could not find parent resource {parent}; register a parent before its children.");
        }

        if (goal.Needs().FirstOrDefault(urn => !_registered.ContainsKey(urn) && ProviderReference.Parse(goal.Provider)?.Urn != urn) is { } missing)
        {
            throw new RunException($"{goal.Urn} depends on {missing}, which is not registered.");
        }

        if (!_seen.TryAdd(goal.Urn.Text, true))
        {
            throw new RunException($"Duplicate resource URN '{goal.Urn}'; try giving it a unique name.");
        }

        if (_claimed.TryGetValue(goal.Urn.Text, out var other))
        {
            throw new RunException($"{goal.Urn} is an alias of {other}, which has taken its place. Give one of both another name, or remove the alias.");
        }
    }

    /// <summary>The old resource that a goal means: the one with its URN, else the first that one of its aliases finds.</summary>
    /// <exception cref="RunException">Two goals mean the same one.</exception>
    public (int? Index, ResourceUrn? Alias) Match(Goal goal)
    {
        if (last.Find(goal.Urn) is { } index)
        {
            return (index, null);
        }

        foreach (var alias in goal.Aliases)
        {
            if (last.Find(alias) is not { } old)
            {
                continue;
            }

            if (!_claimed.TryAdd(alias.Text, goal.Urn))
            {
                throw new RunException($"{goal.Urn} has the alias {alias}, and so has {_claimed[alias.Text]}. Only one resource can be what it was.");
            }

            return _seen.ContainsKey(alias.Text)
                ? throw new RunException($"{goal.Urn} has the alias {alias}, which is a resource of its own in this program. Give one of both another name, or remove the alias.")
                : (old, alias);
        }

        return (null, null);
    }

    /// <summary>Says that a resource is being replaced in this run.</summary>
    public void MarkReplaced(ResourceUrn urn) => _replaced[urn.Text] = true;

    public bool IsReplaced(string urn) => _replaced.ContainsKey(urn);

    /// <summary>What a goal needs and what did not come about; null when it has all.</summary>
    public Registered? Missing(Goal goal)
        => goal.Needs().Select(Find).FirstOrDefault(needed => needed is { End: not RegistrationEnd.Done });
}
