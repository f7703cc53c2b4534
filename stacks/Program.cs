using Stacks;
using ZooInfra;
using ZooInfra.Cli;

return await ZooCommandLine.RunAsync(args, new Platform(ZooClients.All));
