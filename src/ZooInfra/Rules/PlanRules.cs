using System.Collections.Immutable;
using System.Reflection;
using Pulumi;
using ZooInfra.Contracts;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Rules;

/// <summary>
/// Judges one run of a client's program, under whatever engine. A transformation of the stack sees every resource before it is registered. The client's
/// components are registered at once, so that findings have a place; what they consist of waits until they were judged, and fails when they violate the contract.
/// </summary>
internal sealed class PlanRules
{
    private readonly Lock _lock = new();
    private readonly List<PlannedResource> _made = [];
    private readonly Dictionary<Resource, Seen> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<(string Rule, string? Urn, string Path, string Message)> _told = [];
    private readonly TaskCompletionSource _constructed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PlanWatch _watch = null!;
    private TenantContract? _contract;
    private volatile string? _violated;

    public StackOptions Options() => new() { ResourceTransformations = [See] };

    /// <summary>The stack is there, its components are not yet: judges the contract by itself.</summary>
    public void Begin(TenantStack stack)
    {
        _contract = PlanWatch.Current?.Contract ?? ContractOf(stack.GetType());
        if (_contract is { } contract)
        {
            _watch = PlanWatch.Current ?? new(PlanFacts.FromEnvironment(TimeProvider.System, null));
            Judge([], isComplete: false);
        }
    }

    /// <summary>
    /// The constructor has run, so the client's components are there: judges them together when all they were given is known, or else as soon as it is.
    /// </summary>
    /// <returns>How many rules say what.</returns>
    public async Task<ImmutableDictionary<string, int>> EndAsync()
    {
        if (_contract is null)
        {
            return ImmutableDictionary<string, int>.Empty;
        }

        PlannedResource[] made;
        lock (_lock)
        {
            made = [.. _made];
        }

        try
        {
            var all = Task.WhenAll(made.Select(resource => resource.Node));
            if (!all.IsCompleted)
            {
                _constructed.TrySetResult();
            }

            var verdicts = Judge(await all, isComplete: true);
            await Task.WhenAll(made.Select(resource => resource.Judged));
            TellOpen(verdicts);
            return RuleBook.All.Where(verdicts.Judges).GroupBy(verdicts.Of).ToImmutableDictionary(group => Word(group.Key), group => group.Count());
        }
        finally
        {
            _constructed.TrySetResult();
        }
    }

    private ResourceTransformationResult? See(ResourceTransformationArgs args)
    {
        if (_contract is null || args.Resource is Stack)
        {
            return null;
        }

        var resource = args.Resource;
        PlannedResource? own = null;
        Seen seen;
        lock (_lock)
        {
            var parent = args.Options.Parent is { } above and not Stack ? _seen.GetValueOrDefault(above) : null;
            var type = parent is null ? resource.GetResourceType() : $"{parent.Type}${resource.GetResourceType()}";
            var maker = parent is { Own.HidesChildren: true } ? parent.Own : parent?.Maker;
            if (maker is null)
            {
                var urn = $"urn:pulumi:{Deployment.Instance.StackName}::{Deployment.Instance.ProjectName}::{type}::{resource.GetResourceName()}";
                own = new(resource, urn, ReadAsync(resource, args.Args, new(urn, "", false)));
                _made.Add(own);
            }

            seen = new(type, own, maker);
            _seen[resource] = seen;
        }

        if (own is not null)
        {
            own.Judged = JudgeAloneAsync(own);
        }

        return (seen.Maker ?? own) is { } judged && (own is null || resource is CustomResource) ? new(args.Args, Gated(args.Options, judged)) : null;
    }

    private async Task JudgeAloneAsync(PlannedResource resource) => Tell(PlanJudge.FindIn(View([await resource.Node], isComplete: false), _watch.Facts), isComplete: false);

    private PlanVerdicts Judge(IReadOnlyList<FactNode> components, bool isComplete)
    {
        var view = View(components, isComplete);
        var verdicts = PlanJudge.Judge(view, _watch.Facts.Others([view]), _watch.Facts.Checks);
        _watch.Verdicts = verdicts;
        Tell(verdicts.Findings, isComplete);
        return verdicts;
    }

    private ClientView View(IReadOnlyList<FactNode> components, bool isComplete) => _watch.Facts.View(_contract!) with { Components = components, ComponentsAreComplete = isComplete };

    private void Tell(IReadOnlyList<PlanFinding> findings, bool isComplete)
    {
        lock (_lock)
        {
            foreach (var finding in findings)
            {
                // Whether a waiver is needed is known only when everything was judged.
                if ((isComplete || finding.Rule.Id != WaiverUnneeded.Rule.Id) && _told.Add((finding.Rule.Id, finding.Urn, finding.Path, finding.Message)))
                {
                    Tell(finding);
                }
            }
        }
    }

    private void Tell(PlanFinding finding)
    {
        var made = _made.Find(resource => resource.Urn == finding.Urn);
        _watch.Add(finding);
        if (finding.IsViolation)
        {
            if (made is null)
            {
                _violated ??= finding.Rule.Id;
            }
            else
            {
                made.Violated ??= finding.Rule.Id;
            }
        }

        // A resource that waits for its own verdict has no place yet.
        var text = $"{finding.Rule.Id}: {finding.Message}{(made?.Resource is CustomResource resource ? $" [{resource.GetResourceType()} '{resource.GetResourceName()}']" : "")}";
        var place = made?.Resource as ComponentResource;
        switch (finding.Severity)
        {
            case RuleSeverity.Error:
                Log.Error(text, place);
                break;
            case RuleSeverity.Warning:
                Log.Warn(text, place);
                break;
            default:
                Log.Info(text, place);
                break;
        }
    }

    private static void TellOpen(PlanVerdicts verdicts)
    {
        // Of the other clients a program knows the contracts only, so what compares clients is mostly open here and left to reports.
        string[] rules = [.. verdicts.Open.Where(open => !RuleBook.PlatformChecks.Any(check => check.Rules.Contains(open.Rule))).Select(open => open.Rule.Id).Distinct().Where(id => verdicts.Of(RuleBook.Find(id)!) == Verdict.NotEvaluable)];
        if (rules.Length > 0)
        {
            Log.Info($"Not evaluable with what is known now: {string.Join(", ", rules)}. 'zoo report -s {verdicts.Contract.Id}' says why.");
        }
    }

    private ResourceOptions Gated(ResourceOptions options, PlannedResource judged)
    {
        var gate = Output.Create(GateAsync(judged));
        return options switch
        {
            CustomResourceOptions custom => CustomResourceOptions.Merge(custom, new() { DependsOn = gate }),
            ComponentResourceOptions component => ComponentResourceOptions.Merge(component, new() { DependsOn = gate }),
            _ => options,
        };
    }

    private async Task<ImmutableArray<Resource>> GateAsync(PlannedResource judged)
    {
        await _constructed.Task;
        await judged.Judged;
        return (judged.Violated ?? _violated) is { } rule
            ? throw new RunException($"Nothing of {judged.Resource.GetResourceType()} '{judged.Resource.GetResourceName()}' is made, since {rule} is violated{(judged.Violated is null ? " by the contract or the program as a whole" : "")}.")
            : [];
    }

    private static async Task<FactNode> ReadAsync(Resource resource, ResourceArgs args, PlanPlace place)
    {
        // A class of the client's own may take more than it passes on.
        var isLibrary = resource.GetType().Assembly == typeof(TenantStack).Assembly;
        var given = ReferenceEquals(args, ResourceArgs.Empty)
            ? isLibrary ? FactNode.Absent(place) : FactNode.Unknown(place)
            : await ResolvedValues.ReadAsync(args, place.Member("args"));
        return FactNode.ObjectOf(
            ResolvedValues.NameOf(resource.GetType()),
            null,
            [KeyValuePair.Create("name", FactNode.Of(resource.GetResourceName(), place.Member("name"))), KeyValuePair.Create("args", given)],
            isLibrary,
            place);
    }

    private static TenantContract? ContractOf(Type? client)
    {
        for (; client is not null && client != typeof(TenantStack); client = client.BaseType)
        {
            if (client.GetProperty("Contract", BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)?.GetValue(null) is TenantContract contract)
            {
                return contract;
            }
        }

        return null;
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Satisfied => "satisfied",
        Verdict.Violated => "violated",
        Verdict.NotEvaluable => "notEvaluable",
        _ => "notApplicable",
    };

    private sealed record Seen(string Type, PlannedResource? Own, PlannedResource? Maker);
}
