using System.Collections.Immutable;

namespace ZooInfra.Engine.Tests.Scenarios;

/// <summary>What happens to one stack, act by act, and what must come of it.</summary>
internal sealed record Scenario(string Name, params Act[] Acts)
{
    public static Thing R(string key, string props = "", params string[] dependsOn) => new(key, props) { DependsOn = dependsOn };

    public static Thing Component(string key, string props = "") => new(key, props) { Type = "test:index:Group", Custom = false };

    public static Thing ProviderOf(string key, string props = "") => new(key, props) { Type = "pulumi:providers:fake" };

    public static Thing Get(string key, string id, string props = "") => new(key, props) { ReadId = id };

    /// <summary>Marks steps as <c>+a</c> created, <c>~a</c> updated, <c>++a +-a --a</c> replaced, <c>-a</c> deleted, <c>!a</c> failed; see <see cref="ScenarioRunner"/>.</summary>
    public static Act Up(Thing[] program, string steps, string? state = null) => new(ActKind.Up, program, steps, state);

    public static Act Destroy(string steps, string? state = "") => new(ActKind.Destroy, [], steps, state);

    public static Act Refresh(string steps, string? state = null) => new(ActKind.Refresh, [], steps, state);

    /// <summary>Something happens in the world that no program did.</summary>
    public static Act Meanwhile(Action<World> happens) => new(ActKind.World, [], "", null) { Happens = happens };

    public override string ToString() => Name;
}

internal enum ActKind
{
    Up,
    Destroy,
    Refresh,
    World,
}

/// <param name="Kind">What is done.</param>
/// <param name="Program">The program at that time.</param>
/// <param name="Steps">The steps that must be taken, in order.</param>
/// <param name="State">What must be in the state afterwards, in any order, as <c>a(x=1) b:delete</c>: flags, inputs with <c>=</c> and outputs with <c>&gt;</c>; null when it is not looked at.</param>
internal sealed record Act(ActKind Kind, Thing[] Program, string Steps, string? State)
{
    /// <summary>A part of an error that must be reported; null when the run must succeed.</summary>
    public string? Error { get; init; }

    public Outcome Outcome { get; init; } = Outcome.Succeeded;

    /// <summary>A part of a warning that must be reported.</summary>
    public string? Warning { get; init; }

    public ImmutableDictionary<string, string> Faults { get; init; } = ImmutableDictionary<string, string>.Empty;

    public RunOptions Options { get; init; } = RunOptions.None;

    public ImmutableDictionary<string, string> Config { get; init; } = ImmutableDictionary<string, string>.Empty;

    public Action<World> Happens { get; init; } = _ => { };

    /// <summary>Provider calls that must be made in this act, in order; null when they are not looked at.</summary>
    public string? Calls { get; init; }

    /// <summary>What the program ends with when it has registered all.</summary>
    public int ExitCode { get; init; }

    /// <summary>The provider call in which the user stops the run.</summary>
    public string? CancelIn { get; init; }

    /// <summary>How many things are in the world afterwards that the state does not manage.</summary>
    public int Strays { get; init; }

    /// <summary>How many operations stay open.</summary>
    public int Pending { get; init; }

    /// <summary>The steps of the preview where they cannot be those of the run.</summary>
    public string? Plan { get; init; }

    public Act Fails(string error) => this with { Error = error, Outcome = Outcome.Failed };

    public Act When(string call, string fault) => this with { Faults = Faults.SetItem(call, fault) };

    public Act Targeting(params string[] urns) => this with { Options = Options with { Targets = [.. urns] } };

    public Act WithDependents() => this with { Options = Options with { TargetDependents = true } };

    public Act Replacing(params string[] urns) => this with { Options = Options with { Replace = [.. urns] } };

    public Act GoingOn() => this with { Options = Options with { ContinueOnError = true } };

    public Act Calling(string calls) => this with { Calls = calls };

    public Act Leaving(int strays) => this with { Strays = strays };

    public Act Planned(string steps) => this with { Plan = steps };

    public Act Warns(string warning) => this with { Warning = warning };

    public Act Configured(string key, string value) => this with { Config = Config.SetItem(key, value) };

    public Act CancelledIn(string call) => this with { CancelIn = call, Outcome = Outcome.Cancelled };
}
