using System.Collections.Frozen;
using System.CommandLine;
using System.CommandLine.Completions;
using System.Text.Json.Nodes;
using ZooInfra.Api;
using ZooInfra.Api.Access;
using ZooInfra.Api.Audit;
using ZooInfra.Cli.Display;
using ZooInfra.Cli.Workspace;

namespace ZooInfra.Cli.Commands;

/// <summary>The commands that make, list and end the API keys of <c>zoo serve</c>. A running host follows within a second.</summary>
internal static class KeyCommand
{
    public static Command Create(Platform platform, Terminal terminal) => new("key", "Make, list and end API keys.")
    {
        Add(platform, terminal),
        List(terminal),
        Revoke(terminal),
    };

    private static Command Add(Platform platform, Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "Who or what will use it." };
        var scopes = new Option<string[]>("--scope") { Description = $"What it may do; repeatable: {string.Join(", ", ScopeNames.All)}.", HelpName = "SCOPE", Required = true };
        scopes.CompletionSources.Add(_ => ScopeNames.All.Select(scope => new CompletionItem(scope)));
        var clients = new Option<string[]>("--client", "-c") { Description = "A client that it is bound to; repeatable.", HelpName = "ID" };
        clients.CompletionSources.Add(_ => platform.Clients.Select(client => new CompletionItem(client.Id)));
        var all = new Option<bool>("--all-clients") { Description = "Bind it to no client: it is good for all." };
        var until = new Option<string?>("--until") { Description = "When it ends: a day, UTC [default: never].", HelpName = "DATE" };
        var (json, database) = (JsonOption(), DatabaseOption());
        var command = new Command("add", "Make a key and print it, once.") { name, scopes, clients, all, until, json, database };
        command.SetAction((parsed, cancellationToken) => GuardAsync(async () =>
        {
            var wanted = parsed.GetValue(scopes)!.Select(ScopeNames.Parse).ToFrozenSet();
            var bound = Bound(platform, parsed.GetValue(clients) ?? [], parsed.GetValue(all));
            DateTimeOffset? end = parsed.GetValue(until) is { } day ? Days.Parse(day, "--until") : null;
            var place = await ApiPlace.OpenAsync(parsed.GetValue(database), terminal, make: true, cancellationToken);
            var keys = new ApiKeys(place, TimeProvider.System);
            keys.Check(parsed.GetValue(name)!, wanted, end);
            await using var audit = await AuditLog.OpenAsync(place, TimeProvider.System, cancellationToken);

            // First the entry: a key that nobody knows of must not exist.
            await audit.RecordAsync(Entry("key.add", parsed.GetValue(name)!, $"accepted: {ScopeNames.Join(wanted)} for {(bound is null ? "all clients" : string.Join(' ', bound.Order(StringComparer.Ordinal)))}"), cancellationToken);
            var (key, token) = await keys.AddAsync(parsed.GetValue(name)!, wanted, bound, end, cancellationToken);
            await audit.RecordAsync(Entry("key.add", key.Id, "done"), cancellationToken);
            if (parsed.GetValue(json))
            {
                var shown = KeyTable.Json(key);
                shown["token"] = token;
                terminal.Out.WriteLine(shown.ToJsonString(JsonOptions.Indented));
            }
            else
            {
                terminal.Out.WriteLine(token);
                terminal.Error.WriteLine($"This is shown once and kept nowhere. Send it as 'Authorization: Bearer …'; end it with 'zoo key revoke {key.Id}'.");
            }
        }));
        return command;
    }

    private static Command List(Terminal terminal)
    {
        var (json, database) = (JsonOption(), DatabaseOption());
        var command = new Command("ls", "List the keys, the oldest first.") { json, database };
        command.SetAction((parsed, cancellationToken) => GuardAsync(async () =>
        {
            var place = await ApiPlace.OpenAsync(parsed.GetValue(database), terminal, make: false, cancellationToken);
            var keys = await new ApiKeys(place, TimeProvider.System).ListAsync(cancellationToken);
            terminal.Out.WriteLine(parsed.GetValue(json)
                ? new JsonArray([.. keys.Select(KeyTable.Json)]).ToJsonString(JsonOptions.Indented)
                : KeyTable.Text(keys, TimeProvider.System.GetUtcNow()));
        }));
        return command;
    }

    private static Command Revoke(Terminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "The id of the key, from 'zoo key ls'." };
        var database = DatabaseOption();
        var command = new Command("revoke", "End a key for good.") { id, database };
        command.SetAction((parsed, cancellationToken) => GuardAsync(async () =>
        {
            var place = await ApiPlace.OpenAsync(parsed.GetValue(database), terminal, make: false, cancellationToken);
            var (keys, wanted) = (new ApiKeys(place, TimeProvider.System), parsed.GetValue(id)!);
            if (!(await keys.ListAsync(cancellationToken)).Any(key => key.Id == wanted))
            {
                throw new CliException(ExitCode.Usage, $"No key has the id '{wanted}'; 'zoo key ls' lists them.");
            }

            await using var audit = await AuditLog.OpenAsync(place, TimeProvider.System, cancellationToken);
            await audit.RecordAsync(Entry("key.revoke", wanted, "accepted"), cancellationToken);
            var key = await keys.RevokeAsync(wanted, cancellationToken);
            terminal.Out.WriteLine($"Revoked key {wanted} ({key!.Name}); running hosts follow within a second.");
        }));
        return command;
    }

    private static FrozenSet<string>? Bound(Platform platform, string[] clients, bool all)
    {
        if (all == clients.Length > 0)
        {
            throw new CliException(ExitCode.Usage, "Say for which clients the key is: --client ID (repeatable), or --all-clients.");
        }

        var ids = platform.Clients.Select(client => client.Id).ToList();
        return all ? null : clients.Select(client => platform.Find(client)?.Id
            ?? throw new CliException(ExitCode.NoSuchStack, $"No client named '{client}'.{(Nearest.Of(client, ids) is { } near ? $" Did you mean '{near}'?" : $" Clients: {string.Join(", ", ids)}")}")).ToFrozenSet(StringComparer.Ordinal);
    }

    private static AuditEntry Entry(string action, string target, string outcome) => new($"cli:{Environment.UserName}", action, null, target, null, outcome);

    private static async Task<int> GuardAsync(Func<Task> action)
    {
        try
        {
            await action();
            return ExitCode.Done;
        }
        catch (ContractHostException e)
        {
            throw new CliException(ExitCode.Usage, e.Message, e);
        }
        catch (Exception e) when (e is AuditException or Microsoft.Data.Sqlite.SqliteException)
        {
            throw new CliException(ExitCode.Failed, e.Message, e);
        }
    }

    private static Option<bool> JsonOption() => new("--json", "-j") { Description = "Print JSON." };

    internal static Option<string?> DatabaseOption() => new("--database") { Description = "The database of the API [default: .zoo/api/zoo.db beside Pulumi.yaml].", HelpName = "FILE" };
}
