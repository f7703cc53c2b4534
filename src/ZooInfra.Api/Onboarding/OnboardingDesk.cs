using Microsoft.AspNetCore.Http;
using NodaTime;
using ZooInfra.Api.Access;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Onboarding;

/// <summary>
/// Takes requests for new clients, and for the end of clients. Each is answered with the change of the code that it asks for: by default only shown, else put
/// on a branch for review. What runs is never touched.
/// </summary>
internal sealed class OnboardingDesk(Platform platform, OnboardingOptions options, TimeProvider time)
{
    private readonly ClientRepository _program = new(options.ProgramDirectory);
    private readonly ClientRepository _stackConfig = new(options.StackConfigDirectory);

    public async Task OnboardAsync(HttpContext context)
    {
        var (sent, status, problem) = await ContractText.ReadAsync(context.Request, context.RequestAborted);
        if (sent is null)
        {
            await Problem.WriteAsync(context, status, problem!);
            return;
        }

        if (await WhetherDryAsync(context) is not { } dry || await NewIdAsync(context, sent) is not { } id)
        {
            return;
        }

        var proposal = ContractProposal.Judge(id, sent.Text, platform.Clients.Select(client => client.Contract), LocalDate.FromDateTime(time.GetUtcNow().UtcDateTime), context.Caller().Name);
        if (!proposal.IsAcceptable)
        {
            await OnboardingAnswer.RefuseAsync(context, proposal);
            return;
        }

        var start = await _program.HeadAsync(context.RequestAborted);
        var places = await PlacesAsync(id, start, context.RequestAborted);
        var files = NewClient.Files(proposal.Contract!, sent.Yaml, options.RootNamespace, places);
        if (start is not null && await FirstThereAsync(start, files, context.RequestAborted) is { } taken)
        {
            await Problem.WriteAsync(context, StatusCodes.Status409Conflict, $"{taken} is there already; choose another id, or finish what was begun.");
            return;
        }

        var name = proposal.Contract!.Name;
        await AnswerAsync(context, new(id, "onboard/" + id, $"Onboard {name}\n\nThe contract is in {places.Contract}; the infrastructure is still to be written in {places.Class}.\n", files), proposal, start, dry);
    }

    public async Task OffboardAsync(HttpContext context)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        if (platform.Find(id) is not { } client || !context.Caller().Sees(id))
        {
            await Problem.WriteAsync(context, StatusCodes.Status404NotFound, $"There is no client {Problem.Quote(id)}. /client lists the clients.");
            return;
        }

        if (await WhetherDryAsync(context) is not { } dry)
        {
            return;
        }

        if (await _program.HeadAsync(context.RequestAborted) is not { } start)
        {
            await Problem.WriteAsync(context, StatusCodes.Status409Conflict, "What to remove is read from the last commit, and the clients' code is in no repository.");
            return;
        }

        var found = await _program.FilesWithAsync(start, $"[Tenant(\"{id}\"", context.RequestAborted);
        if (found is not [var path] || await _program.ReadAsync(start, path, context.RequestAborted) is not { } text || text.Split("[Tenant(").Length != 2)
        {
            await Problem.WriteAsync(context, StatusCodes.Status409Conflict, found switch
            {
                [] => $"No class with [Tenant(\"{id}\")] is committed; commit it, or remove it by hand.",
                [_] => $"{found[0]} holds other clients, too; remove the class of {id} by hand.",
                _ => $"Several files hold [Tenant(\"{id}\")]: {string.Join(", ", found)}; remove the class by hand.",
            });
            return;
        }

        var places = await PlacesAsync(id, start, context.RequestAborted) with { Class = path };
        var files = await ThereAsync(start, places, context.RequestAborted);
        await AnswerAsync(context, new(id, "offboard/" + id, $"Offboard {client.Contract.Name}\n\nBefore this is merged: zoo destroy -s {id}\n", files), null, start, dry);
    }

    private async Task AnswerAsync(HttpContext context, ChangeSet changes, ContractProposal? proposal, string? start, bool dry)
    {
        ChangeBranch? branch = null;
        if (!dry)
        {
            if (start is null)
            {
                await Problem.WriteAsync(context, StatusCodes.Status409Conflict, "The clients' code is in no repository, so there can be no branch; ask for the patch (Accept: text/x-patch) and apply it.");
                return;
            }

            if (!ClientNames.CanBeBranch(changes.Client))
            {
                await Problem.WriteAsync(context, StatusCodes.Status409Conflict, $"Git takes no branch {Problem.Quote(changes.Branch)}: dots at the ends, two in a row and .lock at the end are not allowed. Ask for the patch (Accept: text/x-patch), or choose another id.");
                return;
            }

            branch = await _program.BranchAsync(changes.Branch, start, changes.Files, changes.Message, context.Caller().Name, time.GetUtcNow(), context.RequestAborted);
            if (branch is null)
            {
                await Problem.WriteAsync(context, StatusCodes.Status409Conflict, $"The branch {changes.Branch} is there with something else on it; merge or delete it first.");
                return;
            }
        }

        await OnboardingAnswer.ShowAsync(context, changes, proposal, branch);
    }

    private static async Task<bool?> WhetherDryAsync(HttpContext context)
    {
        switch (context.Request.Query["dry_run"].ToString())
        {
            case "" or "true":
                return true;
            case "false":
                return false;
            default:
                await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, "dry_run is true or false; it is true when it is not given.");
                return null;
        }
    }

    /// <summary>The id that was asked for, or one made of the name; null when it cannot be one, which was answered then.</summary>
    private async Task<string?> NewIdAsync(HttpContext context, ContractText sent)
    {
        var asked = context.Request.Query["id"].ToString();
        var name = ContractFile.Parse("client" + ContractFile.Suffix, sent.Text).Facts?.Name;
        var id = asked.Length > 0 ? asked : ClientNames.IdOf(name ?? "client");
        if (id is null || !ContractReader.IsClientId(id))
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, asked.Length > 0
                ? $"{Problem.Quote(asked)} cannot be a client's id; write up to 100 letters, digits, _, - and dots."
                : $"No id can be made of the name {Problem.Quote(name!)}; choose one with ?id=.");
            return null;
        }

        if (platform.Clients.FirstOrDefault(client => string.Equals(client.Id, id, StringComparison.OrdinalIgnoreCase)) is not null)
        {
            await Problem.WriteAsync(context, StatusCodes.Status409Conflict, $"The id {Problem.Quote(id)} is taken; choose another with ?id=.");
            return null;
        }

        return id;
    }

    private async Task<ClientPlaces> PlacesAsync(string id, string? start, CancellationToken cancellationToken)
        => start is null
            ? ClientPlaces.Of(id, "", "")
            : ClientPlaces.Of(id, await _program.PrefixAsync(cancellationToken), await _stackConfig.PrefixAsync(cancellationToken));

    private async Task<string?> FirstThereAsync(string start, IReadOnlyList<ChangedFile> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            if (await _program.ReadAsync(start, file.Path, cancellationToken) is not null)
            {
                return file.Path;
            }
        }

        return null;
    }

    private async Task<IReadOnlyList<ChangedFile>> ThereAsync(string start, ClientPlaces places, CancellationToken cancellationToken)
    {
        var files = new List<ChangedFile>();
        foreach (var path in new[] { places.Class, places.Contract, places.StackConfig })
        {
            if (await _program.ReadAsync(start, path, cancellationToken) is { } text)
            {
                files.Add(new(path, text, IsRemoved: true));
            }
        }

        return files;
    }
}
