using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Planning;

/// <summary>Which resources a run is about (protocol facts, section 5.11). Providers and the stack always are.</summary>
internal sealed class Targets
{
    private readonly ImmutableArray<UrnPattern> _targets;
    private readonly ImmutableArray<UrnPattern> _replace;
    private readonly bool _dependents;
    private readonly ConcurrentDictionary<string, bool> _covered = new(StringComparer.Ordinal);

    public Targets(RunOptions options)
    {
        _targets = [.. options.Targets.Select(text => new UrnPattern("--target", text))];
        _replace = [.. options.Replace.Select(text => new UrnPattern("--replace", text))];
        _dependents = options.TargetDependents;
    }

    /// <summary>Whether the run is about some resources only.</summary>
    public bool AreGiven => !_targets.IsEmpty;

    public bool IncludeDependents => _dependents;

    /// <summary>Whether the user wants the resource to be replaced.</summary>
    public bool Replaces(ResourceUrn urn) => _replace.Any(pattern => pattern.Matches(urn));

    public bool Cover(Goal goal, ResourceUrn? alias)
        => Cover(goal.Urn, goal.IsProvider || goal.IsStack, goal.Needs()) || (alias is { } old && Cover(old, false, []) && _covered.TryAdd(goal.Urn.Text, true));

    public bool Cover(ResourceState state) => Cover(state.Urn, state.IsProvider || state.Type == ResourceUrn.StackType, state.References());

    /// <summary>Refuses a run whose targets nobody knows.</summary>
    /// <exception cref="RunException">A target is neither in the state nor in the program; the message names near ones.</exception>
    public void RequireKnown(IEnumerable<string> urns)
    {
        if (_targets.IsEmpty && _replace.IsEmpty)
        {
            return;
        }

        var known = urns.Distinct(StringComparer.Ordinal).ToList();
        foreach (var pattern in _targets.Concat(_replace))
        {
            if (!known.Any(pattern.Matches))
            {
                throw new RunException($"No resource matches {pattern.Option} {pattern.Text}.{NearNames.Hint(pattern.Text, known)}");
            }
        }
    }

    private bool Cover(ResourceUrn urn, bool always, IEnumerable<string> references)
    {
        if (!AreGiven || always)
        {
            return true;
        }

        if (_covered.ContainsKey(urn.Text))
        {
            return true;
        }

        // What hangs on the stack or on a provider does not hang on a target.
        return (_targets.Any(pattern => pattern.Matches(urn)) || (_dependents && references.Any(_covered.ContainsKey))) && (_covered.TryAdd(urn.Text, true) || true);
    }

    /// <param name="Option">The option it was given with.</param>
    /// <param name="Text">A URN, or a pattern of URNs.</param>
    private sealed record UrnPattern(string Option, string Text)
    {
        private readonly Regex _regex = new(
            "^" + Regex.Escape(Text).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^:]*", StringComparison.Ordinal) + "$",
            RegexOptions.CultureInvariant | RegexOptions.Singleline);

        public bool Matches(ResourceUrn urn) => Matches(urn.Text);

        public bool Matches(string urn) => _regex.IsMatch(urn);
    }
}
