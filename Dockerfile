# Utsaga in a container: nothing but what it needs to run, as a user without rights, its data in a volume. README.md says how to start it.
FROM node:20-bookworm AS made
WORKDIR /utsaga
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY . .
# What the first start would do: here it is done once, for the program's folder is nobody's to write in.
RUN node -e "import('./src/start.js').then(({ noteInstalled }) => noteInstalled())" \
 && node -e "import('./src/built.js').then(({ builtProgram }) => builtProgram(process.cwd()))"

FROM node:20-bookworm-slim
ENV NODE_ENV=production UTSAGA_DATA=/data
RUN mkdir /data && chown node:node /data
COPY --from=made /utsaga /utsaga
WORKDIR /utsaga
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "src/start.js"]
CMD ["serve", "--host", "0.0.0.0", "--url", "http://localhost:3000"]
