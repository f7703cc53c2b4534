using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using ZooInfra.Cli.Reports;
using ZooInfra.Engine.Events;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Cli.Display;

/// <summary>
/// Prints one document at the end: <c>{"stacks":[…]}</c>, each stack in the shape of <c>pulumi preview --json</c> (protocol facts, section 7.1)
/// with its name and result added.
/// </summary>
internal sealed class JsonView(TextWriter output) : IOperationView
{
    private readonly ConcurrentDictionary<StackRunReport, long> _began = [];

    public Task WatchAsync(IReadOnlyList<StackRunReport> runs, Func<Task> work) => work();

    public void BeginPlan(StackRunReport run) => _began[run] = Stopwatch.GetTimestamp();

    public void EndPlan(StackRunReport run)
    {
    }

    public void BeginApply(StackRunReport run)
    {
    }

    public void Show(StackRunReport run, EngineEvent engineEvent)
    {
    }

    public void EndApply(StackRunReport run)
    {
    }

    public void End(IReadOnlyList<StackRunReport> runs)
        => output.WriteLine(new JsonObject { ["stacks"] = new JsonArray([.. runs.Select(Digest)]) }.ToJsonString(JsonOptions.Indented));

    private JsonNode Digest(StackRunReport run)
    {
        var log = run.Applied is null ? run.Planned : run.Done;
        var digest = new JsonObject
        {
            ["stack"] = run.Stack,
            ["result"] = run.Failed ? "failed" : "succeeded",
            ["steps"] = new JsonArray([.. log.Steps.Where(step => step.Kind != StepKind.Same || step.Parent is null).Select(Step)]),
        };
        if (Diagnostics(run, log) is { Count: > 0 } diagnostics)
        {
            digest["diagnostics"] = diagnostics;
        }

        if (run.Rules is { Findings.Count: > 0 } rules)
        {
            digest["findings"] = new JsonArray([.. rules.Findings.Select(RuleJson.Finding)]);
        }

        digest["duration"] = _began.TryGetValue(run, out var began) ? (long)Stopwatch.GetElapsedTime(began).TotalNanoseconds : 0L;
        if ((run.Applied ?? run.Plan) is { } result)
        {
            digest["changeSummary"] = new JsonObject(result.Counts.Select(count => KeyValuePair.Create(Words.Op(count.Key), (JsonNode?)count.Value)));
        }

        return digest;
    }

    private static JsonNode Step(StepInfo step)
    {
        var node = new JsonObject { ["op"] = Words.Op(step.Kind), ["urn"] = step.Urn.Text };
        if (step.Old is { } old)
        {
            node["oldState"] = State(step, old);
        }

        if (step.New is { } wanted)
        {
            node["newState"] = State(step, wanted);
        }

        if (step.Diff is { Changes.IsEmpty: false } diff)
        {
            node["diffReasons"] = new JsonArray([.. diff.Changes.Keys.Select(key => (JsonNode?)key)]);
            if (diff.Replaces)
            {
                node["replaceReasons"] = new JsonArray([.. diff.Changes.Where(change => change.Value.Replaces).Select(change => (JsonNode?)change.Key)]);
            }
        }

        node["detailedDiff"] = step.Diff is { Changes.IsEmpty: false }
            ? new JsonObject(step.Diff.Changes.Select(change => KeyValuePair.Create(change.Key, (JsonNode?)new JsonObject { ["kind"] = Kind(change.Value), ["inputDiff"] = change.Value.InputDiff })))
            : null;
        return node;
    }

    private static JsonObject State(StepInfo step, Protocol.PropertyMap inputs)
    {
        var state = new JsonObject { ["urn"] = step.Urn.Text, ["type"] = step.Urn.Type, ["inputs"] = PropertyText.ToJson(inputs) };
        if (step.Parent is { } parent)
        {
            state["parent"] = parent.Text;
        }

        return state;
    }

    private static string Kind(PropertyChange change)
        => (change.Kind switch { ChangeKind.Add => "add", ChangeKind.Delete => "delete", _ => "update" }) + (change.Replaces ? "-replace" : "");

    private static JsonArray Diagnostics(StackRunReport run, StackRunReport.EventLog log)
    {
        var messages = log.Diagnostics.Select(d => Diagnostic(d.Urn, d.Message, d.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" }))
            .Concat(log.Failures.Select(failure => Diagnostic(failure.Step.Urn.Text, failure.Message, "error")));
        return new([.. run.Problem is null ? messages : messages.Append(Diagnostic(null, run.Problem, "error"))]);
    }

    private static JsonNode Diagnostic(string? urn, string message, string severity)
    {
        var node = new JsonObject();
        if (urn is not null)
        {
            node["urn"] = urn;
        }

        node["message"] = message;
        node["severity"] = severity;
        return node;
    }
}
