using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Onboarding;

/// <summary>Writes what comes of a request: the change set as JSON or as a patch, or why the contract is refused.</summary>
internal static class OnboardingAnswer
{
    private const string PatchType = "text/x-patch";
    private const int Patch = 1;

    private static readonly string[] Forms = [Accept.Json, PatchType];

    public static Task ShowAsync(HttpContext context, ChangeSet changes, ContractProposal? proposal, ChangeBranch? branch)
    {
        var patch = UnifiedPatch.Of(changes.Files);
        context.Response.StatusCode = branch switch { null => StatusCodes.Status200OK, { IsNew: true } => StatusCodes.Status201Created, _ => StatusCodes.Status200OK };
        context.Response.Headers.CacheControl = "no-store";
        if (Accept.Choose(context.Request, Forms) == Patch)
        {
            return Body.WriteAsync(context, PatchType + "; charset=utf-8", Encoding.UTF8.GetBytes(patch));
        }

        return Body.WriteAsync(context, "application/json", Body.Json(json =>
        {
            json.WriteString("client", changes.Client);
            json.WriteBoolean("dry_run", branch is null);
            WriteBranch(json, branch);
            json.WriteStartArray("files");
            foreach (var file in changes.Files)
            {
                json.WriteStartObject();
                json.WriteString("path", file.Path);
                json.WriteString("change", file.IsRemoved ? "delete" : "create");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (proposal is not null)
            {
                WriteFindings(json, "findings", proposal.Findings);
                json.WriteStartArray("left_to_the_infrastructure");
                proposal.Open.ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
            }

            json.WriteString("patch", patch);
        }));
    }

    /// <summary>Says what the rules have against the contract, each with its place in the text (RFC 9457, section 3.2: an extension member).</summary>
    public static Task RefuseAsync(HttpContext context, ContractProposal proposal)
    {
        var errors = proposal.Findings.Count(finding => finding.Severity == RuleSeverity.Error);
        return Problem.WriteAsync(
            context,
            StatusCodes.Status422UnprocessableEntity,
            $"A build with this contract would fail: {(errors == 1 ? "one error" : $"{errors} errors")}.",
            json => WriteFindings(json, "errors", proposal.Findings));
    }

    private static void WriteBranch(Utf8JsonWriter json, ChangeBranch? branch)
    {
        if (branch is not null)
        {
            json.WriteString("branch", branch.Name);
            json.WriteString("commit", branch.Commit);
            json.WriteString("base", branch.Base);
        }
    }

    private static void WriteFindings(Utf8JsonWriter json, string name, IEnumerable<ProposalFinding> findings)
    {
        json.WriteStartArray(name);
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("rule", finding.Rule);
            json.WriteString("severity", finding.Severity switch { RuleSeverity.Error => "error", RuleSeverity.Warning => "warning", _ => "info" });
            json.WriteString("message", finding.Message);
            if (finding.Fact is not null)
            {
                json.WriteString("fact", finding.Fact);
            }

            if (finding.Position is { } position)
            {
                json.WriteNumber("line", position.Line);
                json.WriteNumber("column", position.Column);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
